package dev.squaresync.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** No default can be right for these settings, so their absence is told at the start, not at 02:00. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedStartTest {

    private static final List<String> SETTINGS = List.of(
            "spring.mail.host=127.0.0.1",
            "notifier.mail.from=sync@shop.example",
            "notifier.mail.to=admin@shop.example",
            "shop.time-zone=Europe/Berlin",
            "scheduler.url=http://localhost:8080",
            "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none");

    @Test
    void a_database_that_cannot_be_reached_refuses_the_start_with_a_sentence(CapturedOutput output) {
        refusesToStart(SETTINGS);

        assertThat(output.getOut())
                .contains("The notifier cannot use its database", "127.0.0.1:1 refused", "Start PostgreSQL")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    spring.mail.host   |             | SPRING_MAIL_HOST is missing: set it to
                    notifier.mail.from |             | NOTIFIER_MAIL_FROM is missing: set it to
                    notifier.mail.to   |             | NOTIFIER_MAIL_TO is missing: set it to
                    shop.time-zone     |             | SHOP_TIME_ZONE is missing: set it to
                    scheduler.url      |             | SCHEDULER_URL is missing: set it to
                    notifier.mail.to   | two words@  | two words@
                    shop.time-zone     | Mars/Crater | Mars/Crater
                    notifier.mail.routes.sales | boss@shop.example | NOTIFIER_MAIL_ROUTES_SALES is the route of nothing
                    """)
    void a_missing_or_wrong_setting_refuses_the_start_with_a_sentence(
            String setting, String value, String sentence, CapturedOutput output) {
        List<String> settings = new ArrayList<>(SETTINGS);
        settings.removeIf(other -> other.startsWith(setting + "="));
        if (value != null) {
            settings.add(setting + "=" + value);
        }

        refusesToStart(settings);

        assertThat(output.getOut()).contains(sentence).doesNotContain("\tat ");
    }

    private static void refusesToStart(List<String> settings) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(NotifierApplication.class)
                        .properties(settings.toArray(String[]::new))
                        .properties("server.port=0")
                        .run())
                .isNotNull();
    }
}
