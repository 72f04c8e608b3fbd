package dev.squaresync.cli;

import static dev.squaresync.cli.Bodies.ID;
import static dev.squaresync.cli.Bodies.STATUS;
import static dev.squaresync.cli.StandInScheduler.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    private static final String GROUPS = "GET /api/dead-letters/groups?state=OPEN";

    private final StandInScheduler scheduler = new StandInScheduler();
    private Path checkout;
    private TestCli cli;

    @BeforeEach
    void pointAtAHealthyScheduler(@TempDir Path folder) {
        checkout = folder;
        cli = new TestCli(scheduler, folder);
        scheduler.on("GET /readyz", 200, "{\"status\": \"UP\"}");
    }

    @AfterEach
    void stopScheduler() {
        scheduler.close();
    }

    @Test
    void a_system_that_is_well_is_said_to_be_well() {
        scheduler.on("GET /api/status", 200, status("\"paused\": false")).on(GROUPS, 200, "{\"groups\": []}");

        assertThat(cli.command("doctor")).isZero();

        assertThat(cli.out())
                .containsPattern("ok +scheduler +Answers at " + scheduler.url() + "/; its health is UP\\.")
                .containsPattern("ok +dependencies +No service reports")
                .containsPattern("ok +data +Every data type is as fresh as its schedule promises\\.")
                .containsPattern("ok +dead letters +None is open\\.")
                .containsPattern("not checked +RabbitMQ")
                .containsPattern("not checked +PostgreSQL")
                .containsPattern("not checked +Square +SQUARE_ACCESS_TOKEN is not set")
                .contains("All is well: 4 checks went well, 6 could not be made.");
    }

    @Test
    void a_warning_is_exit_code_3() {
        scheduler.on("GET /api/status", 200, status("\"paused\": true")).on(GROUPS, 200, "{\"groups\": []}");

        assertThat(cli.command("doctor")).isEqualTo(3);

        assertThat(cli.out())
                .containsPattern("WARNING +data orders +Its schedule is paused\\.")
                .contains("→ If nobody wants that any more: ./square-sync schedule resume orders")
                .contains("0 problems and 1 warning");
    }

    @Test
    void what_is_down_old_or_dead_is_a_problem_with_what_to_do() {
        String outage = """
                {"service": "fetcher", "dependency": "Square", "up": false, "since": "2026-11-22T00:50:00Z",
                 "detail": "Square answered 503."}""";
        scheduler
                .on(
                        "GET /api/status",
                        200,
                        status("""
                        "paused": false, "attention": "orders is complete only up to 2026-11-20T01:00:00Z."
                        """).replace("\"dependencies\": []", "\"dependencies\": [" + outage + "]"))
                .on(GROUPS, 200, """
                        {"groups": [{"queue": "q", "wireType": "t", "code": "square-forbidden", "dataType": "orders",
                         "count": 12, "firstSeenAt": "2026-11-22T01:04:00Z", "lastSeenAt": "2026-11-22T01:05:00Z",
                         "example": {"id": "%s", "reason": "The token lacks ORDERS_READ."}}]}""".formatted(ID));

        assertThat(cli.command("doctor")).isEqualTo(4);

        assertThat(cli.out())
                .containsPattern("PROBLEM +dependency Square +Down for the fetcher since Sun 22 Nov 2026 01:50: Square"
                        + " answered 503\\.")
                .contains("goes on by itself")
                .containsPattern("PROBLEM +data orders +orders is complete only up to Fri 20 Nov 2026 02:00\\.")
                .contains("./square-sync run " + ID)
                .containsPattern(
                        "PROBLEM +dead letters +12 open, of 1 cause\\. The most frequent, 12 times: square-forbidden: The")
                .contains("./square-sync dead-letters replay --code square-forbidden")
                .contains("3 problems and 0 warnings");
    }

    @Test
    void without_a_scheduler_the_rest_is_examined_all_the_same() throws IOException {
        cli.environment().clear();
        cli.upWrote(scheduler.url());
        Files.writeString(
                checkout.resolve(".local").resolve("endpoints.env"),
                "SCHEDULER_URL=" + scheduler.url() + "\nAPI_TOKEN=x\nWRITER_PID="
                        + ProcessHandle.current().pid() + "\nFETCHER_PID=999999999\n");
        scheduler.close();

        assertThat(cli.command("doctor")).isEqualTo(4);

        assertThat(cli.out())
                .containsPattern("PROBLEM +scheduler +The scheduler at .* does not answer")
                .containsPattern("PROBLEM +fetcher +Its process 999999999 is gone\\.")
                .containsPattern("ok +writer +Its process \\d+ runs\\.")
                .containsPattern("not checked +notifier");
    }

    @Test
    void the_database_of_up_is_not_taken_for_that_of_another_scheduler() throws IOException {
        cli.upWrote("http://127.0.0.1:1");
        Files.writeString(
                checkout.resolve(".local").resolve("endpoints.env"),
                "SCHEDULER_URL=http://127.0.0.1:1\nAPI_TOKEN=x\nDATABASE_URL=postgresql://a:b@127.0.0.1:2/c\n");

        cli.command("doctor");

        assertThat(cli.out()).containsPattern("not checked +PostgreSQL +Its address is not known");
    }

    @Test
    void a_token_that_is_refused_is_a_problem() {
        scheduler.on("GET /api/status", 401, problem("The API token is missing or wrong."));
        cli.environment().put("API_TOKEN", "wrong-secret");

        assertThat(cli.command("doctor")).isEqualTo(4);

        assertThat(cli.out())
                .contains("The API token is missing or wrong. (HTTP 401)")
                .contains("→ Set API_TOKEN")
                .doesNotContain("wrong-secret");
    }

    @Test
    void services_whose_addresses_are_known_are_asked_for_their_health() {
        cli.environment().put("FETCHER_URL", scheduler.url());
        cli.environment().put("WRITER_URL", "not an address");
        scheduler.on("GET /api/status", 200, STATUS).on("GET /actuator/health", 200, "{\"status\": \"DEGRADED\"}");

        cli.command("doctor");

        assertThat(cli.out()).containsPattern("not checked +writer +Its address is not usable\\.");
        assertThat(cli.out()).containsPattern("WARNING +fetcher +Answers at .* DEGRADED");
        assertThat(cli.out()).containsPattern("PROBLEM +dead letters +Could not be asked for: .* \\(HTTP 404\\)");
    }

    @Test
    void the_scheduler_is_asked_for_its_whole_health_where_that_is_known() {
        cli.environment().put("SCHEDULER_MANAGEMENT_URL", scheduler.url());
        scheduler.on("GET /api/status", 200, STATUS).on("GET /actuator/health", 200, "{\"status\": \"DEGRADED\"}");

        cli.command("doctor");

        assertThat(cli.out()).containsPattern("WARNING +scheduler +Answers at .* DEGRADED");
    }

    @Test
    void a_script_gets_one_document() {
        scheduler.on("GET /api/status", 200, status("\"paused\": true")).on(GROUPS, 200, "{\"groups\": []}");

        assertThat(cli.command("doctor", "--json")).isEqualTo(3);

        assertThat(cli.out())
                .startsWith("{\"ok\":false,\"problems\":0,\"warnings\":1,\"findings\":[")
                .contains("{\"level\":\"OK\",\"check\":\"scheduler\"")
                .hasLineCount(1);
    }

    private static String status(String fields) {
        return """
                {"ok": true, "verdict": "All is well.", "dependencies": [], "dataTypes": [{"dataType": "orders",
                 "lastRun": {"id": "%s", "state": "COMPLETED", "endedAt": "2026-11-22T01:01:12Z"}, %s}]}""".formatted(ID, fields);
    }
}
