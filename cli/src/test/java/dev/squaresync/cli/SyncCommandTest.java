package dev.squaresync.cli;

import static dev.squaresync.cli.Bodies.ID;
import static dev.squaresync.cli.Bodies.run;
import static dev.squaresync.cli.StandInScheduler.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncCommandTest {

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
    void sync_requests_a_run_and_says_how_to_follow_it() {
        scheduler.on("POST /api/sync-runs", 202, run(ID, "REQUESTED", 0));

        assertThat(cli.command("sync")).isZero();

        assertThat(cli.out())
                .contains("Requested orders, inventory as run " + ID)
                .contains("./square-sync run 3f0c8a52 --watch");
        assertThat(scheduler.requests())
                .containsExactly(
                        "POST /api/sync-runs {\"dataTypes\":null,\"since\":null,\"full\":false,\"force\":false,"
                                + "\"requestedBy\":null}");
    }

    @Test
    void a_lost_answer_is_asked_for_again_by_the_same_key_so_that_nothing_starts_twice() {
        scheduler.breakOff("POST /api/sync-runs").on("POST /api/sync-runs", 202, run(ID, "REQUESTED", 0));

        assertThat(cli.command("sync")).isZero();

        assertThat(cli.out()).contains("as run " + ID);
        assertThat(scheduler.requests()).hasSize(2);
        assertThat(scheduler.idempotencyKeys()).hasSize(2);
        assertThat(Set.copyOf(scheduler.idempotencyKeys())).hasSize(1);
    }

    @Test
    void sync_passes_every_option_on() {
        scheduler.on("POST /api/sync-runs", 202, run(ID, "REQUESTED", 0));

        cli.command("sync", "--data-type", "orders", "--data-type", "inventory", "--since", "2026-01-31", "--force");

        assertThat(scheduler.requests().get(0))
                .contains(
                        "{\"dataTypes\":[\"orders\",\"inventory\"],\"since\":\"2026-01-31\",\"full\":false,\"force\":true");
    }

    @ParameterizedTest
    @CsvSource({"COMPLETED, 0", "PARTIAL, 3", "FAILED, 4", "CANCELLED, 4"})
    void waiting_for_a_run_ends_with_its_end_and_an_exit_code_that_tells_it(String state, int exitCode) {
        scheduler
                .on("POST /api/sync-runs", 202, run(ID, "REQUESTED", 0))
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "RUNNING", 1))
                .on("GET /api/sync-runs/" + ID, 200, run(ID, state, 2));

        assertThat(cli.command("sync", "--wait")).isEqualTo(exitCode);

        assertThat(cli.out())
                .contains("orders: RUNNING, 1 of 2 partitions, 61 pages, 30,391 rows")
                .contains("Run " + ID + "  " + state)
                .contains("30,000");
        assertThat(scheduler.requests()).hasSize(3);
    }

    @Test
    void a_line_of_progress_appears_only_when_something_has_changed() {
        scheduler
                .on("POST /api/sync-runs", 202, run(ID, "REQUESTED", 0))
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "RUNNING", 1))
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "RUNNING", 1))
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "COMPLETED", 2));

        cli.command("sync", "--wait");

        assertThat(cli.out().lines().filter(line -> line.startsWith("orders: RUNNING")))
                .hasSize(1);
    }

    @Test
    void waiting_with_json_prints_the_final_run_and_nothing_else() {
        String ended = run(ID, "PARTIAL", 2);
        scheduler.on("POST /api/sync-runs", 202, run(ID, "REQUESTED", 0)).on("GET /api/sync-runs/" + ID, 200, ended);

        assertThat(cli.command("sync", "--wait", "--json")).isEqualTo(3);

        assertThat(cli.out()).isEqualTo(ended + System.lineSeparator());
    }

    @Test
    void on_a_terminal_the_bars_are_drawn_again_in_the_same_place() {
        cli.onTerminal();
        scheduler
                .on("POST /api/sync-runs", 202, run(ID, "REQUESTED", 0))
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "RUNNING", 1))
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "COMPLETED", 2));

        cli.command("sync", "--wait");

        assertThat(cli.out())
                .contains("████████░░░░░░░░")
                .contains("████████████████")
                .contains("\u001b[3A\u001b[J");
        assertThat(cli.out().lines().map(line -> line.replaceAll("\u001b\\[[0-9;]*[a-zA-Z]", "")))
                .filteredOn(line -> line.contains("pages"))
                .isNotEmpty()
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void following_stops_when_nobody_reads_any_more() {
        cli.withClosedPipe();
        scheduler
                .on("POST /api/sync-runs", 202, run(ID, "REQUESTED", 0))
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "RUNNING", 1));

        assertThat(cli.command("sync", "--wait")).isEqualTo(1);

        assertThat(cli.err()).isEmpty();
    }

    @Test
    void an_active_run_refuses_another_and_names_the_way_out() {
        scheduler.on(
                "POST /api/sync-runs",
                409,
                problem("run-active", "Run " + ID + " is syncing orders since 2026-11-22T01:00:00Z."));

        assertThat(cli.command("sync")).isEqualTo(6);

        assertThat(cli.err())
                .contains("Run " + ID + " is syncing orders since Sun 22 Nov 2026 02:00.")
                .contains("--force");
    }

    @Test
    void the_schedulers_sentence_about_a_bad_field_is_a_usage_error() {
        scheduler.on("POST /api/sync-runs", 400, problem("There is no data type 'order'; there are: orders."));

        assertThat(cli.command("sync", "--data-type", "order")).isEqualTo(2);

        assertThat(cli.err()).isEqualTo("There is no data type 'order'; there are: orders." + System.lineSeparator());
    }
}
