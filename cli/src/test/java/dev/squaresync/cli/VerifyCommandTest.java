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

class VerifyCommandTest {

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
    void a_run_that_compares_is_requested_and_told_how_to_follow() {
        scheduler.on("POST /api/verifications", 202, run(ID, "REQUESTED", 0));

        assertThat(cli.command("verify", "--run", "--data-type", "orders", "--repair"))
                .isZero();

        assertThat(cli.out()).contains("with Square as run " + ID, "./square-sync run ");
        assertThat(scheduler.requests())
                .contains("POST /api/verifications {\"dataTypes\":[\"orders\"],\"repair\":true}");
    }

    @Test
    void waiting_ends_as_the_run_ends() {
        scheduler.on("POST /api/verifications", 202, run(ID, "REQUESTED", 0));
        scheduler.on("GET /api/sync-runs/" + ID, 200, run(ID, "FAILED", 1));

        assertThat(cli.command("verify", "--run", "--wait")).isEqualTo(4);
    }

    @Test
    void while_a_sync_is_active_it_is_refused_with_the_reason() {
        scheduler.on("POST /api/verifications", 409, problem("run-in-the-way", "orders is being synced."));

        assertThat(cli.command("verify", "--run")).isEqualTo(6);

        assertThat(cli.err()).contains("orders is being synced.").doesNotContain("--force");
    }
}
