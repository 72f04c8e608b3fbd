package dev.squaresync.cli;

import static dev.squaresync.cli.Bodies.ID;
import static dev.squaresync.cli.Bodies.run;
import static dev.squaresync.cli.StandInScheduler.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackCommandTest {

    private static final String UNDO = "9b1e0c11-0000-4000-8000-000000000000";

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
    void a_run_is_rolled_back_and_what_was_left_is_named() {
        answers("COMPLETED", false);

        assertThat(cli.command("rollback", ID)).isZero();

        assertThat(cli.out())
                .contains("Run " + UNDO + "  COMPLETED", "What it did:", "Left as they are", "  O-17")
                .contains("To undo it: ./square-sync rollback 9b1e0c11");
        assertThat(scheduler.requests()).contains("POST /api/sync-runs/" + ID + "/rollback {\"dryRun\":false}");
    }

    @Test
    void a_dry_run_says_that_nothing_was_written() {
        answers("COMPLETED", true);

        assertThat(cli.command("rollback", ID, "--dry-run")).isZero();

        assertThat(cli.out()).contains("nothing was written").doesNotContain("To undo it");
        assertThat(scheduler.requests()).contains("POST /api/sync-runs/" + ID + "/rollback {\"dryRun\":true}");
    }

    @Test
    void json_is_the_answer_as_it_came_and_a_failed_roll_back_exits_with_4() {
        answers("FAILED", false);

        assertThat(cli.command("rollback", ID, "--json")).isEqualTo(4);

        assertThat(cli.out()).contains("\"skippedIds\"").startsWith("{");
    }

    @Test
    void what_cannot_be_rolled_back_now_is_refused() {
        scheduler.on(
                "POST /api/sync-runs/" + ID + "/rollback", 409, problem("run-in-the-way", "orders is being synced."));

        assertThat(cli.command("rollback", ID)).isEqualTo(6);

        assertThat(cli.err()).contains("orders is being synced.").doesNotContain("--force");
    }

    private void answers(String state, boolean dryRun) {
        scheduler
                .on("POST /api/sync-runs/" + ID + "/rollback", 202, run(UNDO, "REQUESTED", 0))
                .on("GET /api/sync-runs/" + UNDO, 200, run(UNDO, state, 1))
                .on("GET /api/sync-runs/" + UNDO + "/rollback", 200, """
                        {"runId": "%s", "ofRunId": "%s", "dryRun": %s, "dataTypes": [{"dataType": "orders",
                         "restored": 120, "removed": 4, "reinserted": 0, "skipped": 1, "skippedIds": ["O-17"]}]}""".formatted(UNDO, ID, dryRun));
    }
}
