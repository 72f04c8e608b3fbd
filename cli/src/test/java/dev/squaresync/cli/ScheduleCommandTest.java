package dev.squaresync.cli;

import static dev.squaresync.cli.Bodies.ID;
import static dev.squaresync.cli.Bodies.run;
import static dev.squaresync.cli.Bodies.schedule;
import static dev.squaresync.cli.StandInScheduler.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleCommandTest {

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
    void waiting_outlives_a_scheduler_that_is_unavailable_for_a_moment() {
        scheduler
                .on("POST /api/sync-runs", 202, run(ID, "REQUESTED", 0))
                .on("GET /api/sync-runs/" + ID, 503, problem("The scheduler cannot reach its database."))
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "COMPLETED", 2));

        assertThat(cli.command("sync", "--wait")).isZero();

        assertThat(cli.err()).contains("cannot reach its database. Trying again; the run goes on meanwhile.");
    }

    @Test
    void an_error_of_the_scheduler_is_exit_code_1() {
        scheduler.on("GET /api/status", 500, "no JSON at all");

        assertThat(cli.command("status")).isEqualTo(1);

        assertThat(cli.err()).contains("HTTP 500").doesNotContain("\tat ");
    }

    @Test
    void something_else_at_the_address_is_said_to_be_no_scheduler() {
        scheduler.on("GET /api/status", 200, "<html>");

        assertThat(cli.command("status")).isEqualTo(5);

        assertThat(cli.err()).contains("is not the scheduler");
    }

    @Test
    void schedules_are_listed_and_changed() {
        scheduler
                .on("GET /api/schedules", 200, "[" + schedule(false) + "]")
                .on("PATCH /api/schedules/orders", 200, schedule(false));

        assertThat(cli.command("schedule", "list")).isZero();
        assertThat(cli.command("schedule", "set", "orders", "--cron", "0 30 2 * * *", "--lookback", "14d"))
                .isZero();

        assertThat(cli.out())
                .contains(
                        "orders     0 0 2 * * *  Europe/Berlin  incremental  7 d       high      Mon 23 Nov 2026 02:00")
                .contains("Next due: Mon 23 Nov 2026 02:00; Tue 24 Nov 2026 02:00; Wed 25 Nov 2026 02:00");
        assertThat(scheduler.requests())
                .last()
                .isEqualTo("PATCH /api/schedules/orders {\"cron\":\"0 30 2 * * *\",\"lookback\":\"14d\"}");
    }

    @ParameterizedTest
    @CsvSource({"pause, true", "resume, false"})
    void a_schedule_is_paused_and_resumed(String command, boolean paused) {
        scheduler.on("PATCH /api/schedules/orders", 200, schedule(paused));

        assertThat(cli.command("schedule", command, "orders")).isZero();

        assertThat(scheduler.requests()).containsExactly("PATCH /api/schedules/orders {\"paused\":" + paused + "}");
        assertThat(cli.out()).contains(paused ? "orders is paused" : "Next due:");
    }

    @Test
    void a_schedule_is_triggered_and_waited_for() {
        scheduler
                .on("POST /api/schedules/orders/trigger", 202, run(ID, "REQUESTED", 0))
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "FAILED", 2));

        assertThat(cli.command("schedule", "trigger", "orders")).isZero();
        assertThat(cli.command("schedule", "trigger", "orders", "--wait")).isEqualTo(4);
    }
}
