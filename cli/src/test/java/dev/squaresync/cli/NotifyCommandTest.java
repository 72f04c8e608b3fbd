package dev.squaresync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifyCommandTest {

    private final StandInScheduler scheduler = new StandInScheduler();
    private TestCli cli;

    @BeforeEach
    void pointAtTheScheduler(@TempDir Path checkout) {
        cli = new TestCli(scheduler, checkout);
        scheduler.on("POST /api/notices/test", 202, "{\"mark\": \"1f0c2a9b\"}");
    }

    @AfterEach
    void stopScheduler() {
        scheduler.close();
    }

    @Test
    void of_each_channel_is_told_what_came_of_the_test() {
        scheduler.on("GET /api/system", 200, notices("""
                {"channel": "slack", "subject": "a test, 1f0c2a9b", "state": "FAILED", "detail": "Slack answered 404."},
                {"channel": "mail", "subject": "a test, 1f0c2a9b", "state": "SENT", "detail": null},
                {"channel": "mail", "subject": "another one", "state": "SENT", "detail": null}"""));

        assertThat(cli.command("notify", "test")).isEqualTo(4);

        assertThat(cli.out().lines())
                .containsExactly("slack: not sent. Slack answered 404.", "mail: sent (a test, 1f0c2a9b)");
    }

    @Test
    void every_channel_that_has_taken_it_is_success() {
        scheduler.on(
                "GET /api/system",
                200,
                notices("{\"channel\": \"mail\", \"subject\": \"1f0c2a9b\", \"state\": \"SENT\", \"detail\": null}"));

        assertThat(cli.command("notify", "test", "--json")).isZero();

        assertThat(cli.out()).startsWith("[{").contains("\"channel\":\"mail\"");
    }

    @Test
    void a_notifier_that_says_nothing_is_told_with_what_to_do() {
        scheduler.on("GET /api/system", 200, notices(""));

        assertThat(cli.command("notify", "test")).isEqualTo(4);

        assertThat(cli.err()).contains("is it running? ./square-sync doctor");
    }

    private static String notices(String list) {
        return "{\"broker\": {}, \"workers\": [], \"dependencies\": [], \"notices\": [" + list + "]}";
    }
}
