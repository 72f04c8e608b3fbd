package dev.squaresync.cli;

import static dev.squaresync.cli.Bodies.ID;
import static dev.squaresync.cli.Bodies.OTHER_ID;
import static dev.squaresync.cli.Bodies.STATUS;
import static dev.squaresync.cli.Bodies.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputTest {

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
    void a_list_for_a_reader_that_has_gone_is_no_error() {
        cli.withClosedPipe();
        scheduler.on("GET /api/sync-runs?limit=20", 200, "[" + run(ID, "COMPLETED", 2) + "]");

        assertThat(cli.command("runs")).isZero();

        assertThat(cli.err()).isEmpty();
    }

    @Test
    void status_tells_the_verdict_and_each_data_type_in_local_time() {
        scheduler.on("GET /api/status", 200, STATUS);

        assertThat(cli.command("status")).isZero();

        assertThat(cli.out())
                .contains("All is well: every data type is complete up to Sun 22 Nov 2026 01:55.")
                .containsPattern(
                        "orders +COMPLETED +3f0c8a52 +Sun 22 Nov 2026 02:01 +Sun 22 Nov 2026 01:55 +Mon 23 Nov")
                .containsPattern("catalog +never run +- +- +- +paused");
    }

    @Test
    void status_tells_each_thing_that_is_wrong_on_a_line_of_its_own() {
        scheduler.on(
                "GET /api/status",
                200,
                STATUS.replace(
                                "\"ok\": true",
                                "\"ok\": false, \"attention\": [\"Square is down for the fetcher since"
                                        + " 2026-11-22T00:50:00Z.\", \"There are 3 open dead letters.\"]")
                        .replaceFirst("\"attention\": null", "\"attention\": \"orders has never been synced.\""));

        assertThat(cli.command("status")).isZero();

        assertThat(cli.out().lines())
                .startsWith(
                        "Square is down for the fetcher since Sun 22 Nov 2026 01:50.",
                        "There are 3 open dead letters.",
                        "orders has never been synced.",
                        "");
    }

    @ParameterizedTest
    @CsvSource({"status, GET /api/status", "runs, GET /api/sync-runs?limit=20", "schedule list, GET /api/schedules"})
    void json_is_the_schedulers_own_document(String command, String request) {
        String json = command.equals("status") ? STATUS : "[]";
        scheduler.on(request, 200, json);

        assertThat(cli.command((command + " --json").split(" "))).isZero();

        assertThat(cli.out()).isEqualTo(json + System.lineSeparator());
    }

    @Test
    void runs_are_listed_in_aligned_columns() {
        scheduler.on(
                "GET /api/sync-runs?limit=2",
                200,
                "[" + run(ID, "RUNNING", 1) + "," + run(OTHER_ID, "COMPLETED", 2) + "]");

        assertThat(cli.command("runs", "--limit", "2")).isZero();

        assertThat(cli.out().lines())
                .element(2)
                .asString()
                .matches("3f0c8a53  COMPLETED  Sun 22 Nov 2026 02:00  1 min 12 s  55,408  anna +orders, inventory");
        assertThat(cli.out()
                        .lines()
                        .map(line -> line.indexOf("orders,"))
                        .filter(at -> at > 0)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void names_from_outside_cannot_steer_the_terminal() {
        cli.onTerminal();
        scheduler.on(
                "GET /api/sync-runs?limit=20",
                200,
                "[" + run(ID, "COMPLETED", 2).replace("anna", "\\u001b[2Janna") + "]");

        cli.command("runs");

        assertThat(cli.out()).contains(" [2Janna").doesNotContain("\u001b[2J");
    }
}
