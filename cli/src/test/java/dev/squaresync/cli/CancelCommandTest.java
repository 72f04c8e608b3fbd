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

class CancelCommandTest {

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
    void a_run_is_cancelled_by_the_beginning_of_its_id_with_a_reason() {
        scheduler
                .on("GET /api/sync-runs?limit=200", 200, "[" + run(ID, "RUNNING", 1) + "]")
                .on("POST /api/sync-runs/" + ID + "/cancel", 200, run(ID, "CANCELLED", 1));

        assertThat(cli.command("cancel", "3f0c8a52", "--reason", "wrong shop")).isZero();

        assertThat(cli.out()).contains("Run " + ID + "  CANCELLED");
        assertThat(scheduler.requests())
                .last()
                .isEqualTo("POST /api/sync-runs/" + ID + "/cancel {\"reason\":\"wrong shop\"}");
    }

    @Test
    void a_run_that_has_ended_is_not_cancelled() {
        scheduler.on("POST /api/sync-runs/" + ID + "/cancel", 409, problem("Run " + ID + " has ended."));

        assertThat(cli.command("cancel", ID)).isEqualTo(6);

        assertThat(cli.err()).isEqualTo("Run " + ID + " has ended." + System.lineSeparator());
    }

    @Test
    void what_was_done_is_listed_with_who_did_it() {
        scheduler.on("GET /api/audit?limit=2&before=9", 200, """
                {"entries": [{"id": 8, "at": "2026-11-22T01:00:00Z", "who": "anna", "action": "dead-letter.replay",
                 "subject": "7b1e0c11", "detail": "12 dead letters, first of 2026-11-22T00:00:00Z."},
                 {"id": 7, "at": "2026-11-22T00:59:00Z", "who": "api", "action": "run.request", "subject": null,
                 "detail": "orders"}], "next": 7}""");

        assertThat(cli.command("audit", "--limit", "2", "--before", "9")).isZero();

        assertThat(cli.out())
                .containsPattern(
                        "Sun 22 Nov 2026 02:00  anna  dead-letter.replay  7b1e0c11  12 dead letters, first of Sun 22")
                .containsPattern("api   run.request +- +orders")
                .contains("./square-sync audit --before 7");
    }
}
