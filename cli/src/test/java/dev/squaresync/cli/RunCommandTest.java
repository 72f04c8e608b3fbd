package dev.squaresync.cli;

import static dev.squaresync.cli.Bodies.ID;
import static dev.squaresync.cli.Bodies.OTHER_ID;
import static dev.squaresync.cli.Bodies.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {

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
    void a_run_is_found_by_the_beginning_of_its_id() {
        scheduler
                .on(
                        "GET /api/sync-runs?limit=200",
                        200,
                        "[" + run(ID, "FAILED", 2) + "," + run(OTHER_ID, "COMPLETED", 2) + "]")
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "FAILED", 2));

        assertThat(cli.command("run", "3f0c8a52")).isEqualTo(4);

        assertThat(cli.out())
                .contains("Run " + ID)
                .contains("inventory: The token lacks INVENTORY_READ. (square-forbidden, tried once)");
    }

    @ParameterizedTest
    @CsvSource({"3f0c8a5, is the beginning of several runs", "abc, No run of the newest 200 begins with 'abc'"})
    void a_beginning_that_names_no_single_run_is_a_usage_error(String beginning, String sentence) {
        scheduler.on(
                "GET /api/sync-runs?limit=200",
                200,
                "[" + run(ID, "FAILED", 2) + "," + run(OTHER_ID, "COMPLETED", 2) + "]");

        assertThat(cli.command("run", beginning)).isEqualTo(2);

        assertThat(cli.err()).contains(sentence);
    }

    @Test
    void a_run_can_be_watched_to_its_end() {
        scheduler
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "RUNNING", 1))
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "RUNNING", 1))
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "PARTIAL", 2));

        assertThat(cli.command("run", ID, "--watch")).isEqualTo(3);

        assertThat(cli.out()).contains("Run " + ID + "  PARTIAL");
    }
}
