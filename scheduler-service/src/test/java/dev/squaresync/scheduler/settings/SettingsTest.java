package dev.squaresync.scheduler.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.scheduler.SchedulerApplication;
import dev.squaresync.scheduler.fixture.Surroundings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

@ExtendWith(OutputCaptureExtension.class)
class SettingsTest {

    private static final Map<String, Object> RIGHT = Map.of(
            "scheduler.api-token", Surroundings.API_TOKEN,
            "scheduler.admin-user", Surroundings.ADMIN_USER,
            "scheduler.admin-password", Surroundings.ADMIN_PASSWORD,
            "scheduler.shop-time-zone", "Europe/Berlin",
            "spring.datasource.url", "jdbc:postgresql://127.0.0.1/nowhere");

    @Configuration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan(basePackageClasses = SchedulerApplication.class)
    @Import(DatabaseAddress.class)
    static class OnlySettings {}

    @Test
    void right_settings_start() {
        assertThat(start(RIGHT)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scheduler.api-token      |       | SCHEDULER_API_TOKEN is not set: set it to a secret",
                "scheduler.api-token      | short | SCHEDULER_API_TOKEN is too short: set it to a secret",
                "scheduler.admin-password |       | SCHEDULER_ADMIN_PASSWORD is not set: set it to a secret",
                "scheduler.admin-user     |       | SCHEDULER_ADMIN_USER is not set or has a colon in it",
                "scheduler.verify-at | noon | SCHEDULER_VERIFY_AT is 'noon', which is no time of day: set it to one, such as 03:00",
                "scheduler.shop-time-zone |       | SHOP_TIME_ZONE is not set: set it to the shop's IANA time zone",
                "scheduler.shop-time-zone | Mars  | SHOP_TIME_ZONE is 'Mars', which is no time zone",
                "spring.datasource.url    |       | SPRING_DATASOURCE_URL is not set: set it to the database",
                "scheduler.overlap        | 2h    | SCHEDULER_OVERLAP is PT2H: set it between 0s and 1h.",
                "scheduler.stream-limit   | 0s    | SCHEDULER_STREAM_LIMIT is PT0S: set it to more than 0s",
            })
    void a_wrong_setting_ends_the_start_with_a_sentence(
            String property, String value, String sentence, CapturedOutput output) {
        Map<String, Object> properties = new HashMap<>(RIGHT);
        properties.put(property, value == null ? "" : value);

        assertThat(start(properties)).isFalse();

        assertThat(output.getOut())
                .contains(sentence)
                .doesNotContain("\tat dev.squaresync")
                .doesNotContain("'short'");
    }

    private static boolean start(Map<String, Object> properties) {
        try {
            new SpringApplicationBuilder(OnlySettings.class)
                    .web(WebApplicationType.NONE)
                    .initializers(context -> context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("surroundings", properties)))
                    .run()
                    .close();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
