package dev.squaresync.cli;

import static dev.squaresync.cli.Bodies.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {

    private final StandInScheduler scheduler = new StandInScheduler();
    private TestCli cli;

    @BeforeEach
    void pointAtTheScheduler(@TempDir Path checkout) {
        cli = new TestCli(scheduler, checkout);
    }

    @AfterEach
    void stopScheduler() {
        scheduler.close();
    }

    @Test
    void a_wrong_token_is_refused_and_never_shown() {
        cli.environment().put("API_TOKEN", "wrong-secret");

        assertThat(cli.command("status")).isEqualTo(6);

        assertThat(cli.err()).contains("check API_TOKEN").doesNotContain("wrong-secret");
    }

    @Test
    void without_anything_running_the_start_is_named() {
        cli.environment().clear();

        assertThat(cli.command("status")).isEqualTo(5);

        assertThat(cli.err())
                .isEqualTo("square-sync is not running here: start it with ./square-sync up." + System.lineSeparator());
    }

    @Test
    void what_up_has_started_is_found_by_itself() throws IOException {
        cli.environment().clear();
        cli.upWrote(scheduler.url());
        scheduler.on("GET /api/status", 200, STATUS);

        assertThat(cli.command("status")).isZero();
    }

    @Test
    void what_up_started_and_is_gone_is_said_to_be_not_running() throws IOException {
        cli.environment().clear();
        cli.upWrote(scheduler.url());
        scheduler.close();

        assertThat(cli.command("status")).isEqualTo(5);

        assertThat(cli.err()).contains("square-sync is not running here: start it with ./square-sync up.");
    }

    @Test
    void the_token_that_up_wrote_goes_to_no_other_address() throws IOException {
        cli.environment().clear();
        cli.upWrote("http://127.0.0.1:1");

        assertThat(cli.command("status", "--url", scheduler.url())).isEqualTo(2);

        assertThat(cli.err()).contains("API_TOKEN is not set");
        assertThat(scheduler.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "file:///etc/passwd", "http://", "not an address"})
    void an_address_that_is_none_is_a_usage_error(String url) {
        assertThat(cli.command("status", "--url", url)).isEqualTo(2);

        assertThat(cli.err()).contains("is no address of a scheduler");
    }
}
