package dev.squaresync.fetcher.square;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squaresync.settings.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @Test
    void without_a_setting_the_environment_decides() {
        assertThat(BaseUrl.of(null, SquareEnvironment.PRODUCTION).url()).isEqualTo("https://connect.squareup.com");
        assertThat(BaseUrl.of("", SquareEnvironment.SANDBOX).url()).isEqualTo("https://connect.squareupsandbox.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://square.example",
                "https://10.0.0.7:8443/sim",
                "http://localhost:8080",
                "http://127.0.0.1:1",
                "http://[::1]:8080"
            })
    void these_may_get_the_access_token(String url) {
        assertThat(BaseUrl.of(url, SquareEnvironment.PRODUCTION).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://square.example",
                "square.example",
                "https://",
                "https:// space",
                "http://square.example",
                "http://10.0.0.7",
                "http://0.0.0.0:8080",
                "https://169.254.169.254/latest",
                "http://169.254.169.254",
                "https://[fe80::1]",
                "https://[fd00:ec2::254]",
                "https://metadata.google.internal",
                "https://METADATA.google.internal",
                "https://0xA9FEA9FE",
                "https://2852039166",
                "https://user:word@square.example",
                "https://square.example?x=1"
            })
    void these_may_not(String url) {
        assertThatThrownBy(() -> BaseUrl.of(url, SquareEnvironment.PRODUCTION))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("SQUARE_BASE_URL is refused: ");
    }
}
