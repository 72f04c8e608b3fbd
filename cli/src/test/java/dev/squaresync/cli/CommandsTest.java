package dev.squaresync.cli;

import static dev.squaresync.cli.StandInScheduler.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.cli.command.Commands;
import dev.squaresync.cli.command.Session;
import dev.squaresync.cli.connection.Connections;
import dev.squaresync.cli.output.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    private static final String ID = "3f0c8a52-0000-4000-8000-000000000001";
    private static final String OTHER_ID = "3f0c8a53-0000-4000-8000-000000000002";

    private final StandInScheduler scheduler = new StandInScheduler();
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Screen screen = screen(out, false);

    @TempDir
    private Path checkout;

    @BeforeEach
    void pointAtTheScheduler() {
        environment.put("SCHEDULER_URL", scheduler.url());
        environment.put("API_TOKEN", StandInScheduler.TOKEN);
    }

    @AfterEach
    void stopScheduler() {
        scheduler.close();
    }

    @Test
    void sync_requests_a_run_and_says_how_to_follow_it() {
        scheduler.on("POST /api/sync-runs", 202, run(ID, "REQUESTED", 0));

        assertThat(command("sync")).isZero();

        assertThat(out())
                .contains("Requested orders, inventory as run " + ID)
                .contains("./square-sync run 3f0c8a52 --watch");
        assertThat(scheduler.requests())
                .containsExactly(
                        "POST /api/sync-runs {\"dataTypes\":null,\"since\":null,\"full\":false,\"force\":false,"
                                + "\"requestedBy\":null}");
    }

    @Test
    void sync_passes_every_option_on() {
        scheduler.on("POST /api/sync-runs", 202, run(ID, "REQUESTED", 0));

        command("sync", "--data-type", "orders", "--data-type", "inventory", "--since", "2026-01-31", "--force");

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

        assertThat(command("sync", "--wait")).isEqualTo(exitCode);

        assertThat(out())
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

        command("sync", "--wait");

        assertThat(out().lines().filter(line -> line.startsWith("orders: RUNNING")))
                .hasSize(1);
    }

    @Test
    void waiting_with_json_prints_the_final_run_and_nothing_else() {
        String ended = run(ID, "PARTIAL", 2);
        scheduler.on("POST /api/sync-runs", 202, run(ID, "REQUESTED", 0)).on("GET /api/sync-runs/" + ID, 200, ended);

        assertThat(command("sync", "--wait", "--json")).isEqualTo(3);

        assertThat(out()).isEqualTo(ended + System.lineSeparator());
    }

    @Test
    void waiting_outlives_a_scheduler_that_is_unavailable_for_a_moment() {
        scheduler
                .on("POST /api/sync-runs", 202, run(ID, "REQUESTED", 0))
                .on("GET /api/sync-runs/" + ID, 503, problem("The scheduler cannot reach its database."))
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "COMPLETED", 2));

        assertThat(command("sync", "--wait")).isZero();

        assertThat(err()).contains("cannot reach its database. Trying again; the run goes on meanwhile.");
    }

    @Test
    void on_a_terminal_the_bars_are_drawn_again_in_the_same_place() {
        screen = screen(out, true);
        scheduler
                .on("POST /api/sync-runs", 202, run(ID, "REQUESTED", 0))
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "RUNNING", 1))
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "COMPLETED", 2));

        command("sync", "--wait");

        assertThat(out())
                .contains("████████░░░░░░░░")
                .contains("████████████████")
                .contains("\u001b[3A\u001b[J");
        assertThat(out().lines().map(line -> line.replaceAll("\u001b\\[[0-9;]*[a-zA-Z]", "")))
                .filteredOn(line -> line.contains("pages"))
                .isNotEmpty()
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void following_stops_when_nobody_reads_any_more() {
        screen = screen(new ClosedPipe(), false);
        scheduler
                .on("POST /api/sync-runs", 202, run(ID, "REQUESTED", 0))
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "RUNNING", 1));

        assertThat(command("sync", "--wait")).isEqualTo(1);

        assertThat(err()).isEmpty();
    }

    @Test
    void a_list_for_a_reader_that_has_gone_is_no_error() {
        screen = screen(new ClosedPipe(), false);
        scheduler.on("GET /api/sync-runs?limit=20", 200, "[" + run(ID, "COMPLETED", 2) + "]");

        assertThat(command("runs")).isZero();

        assertThat(err()).isEmpty();
    }

    @Test
    void an_active_run_refuses_another_and_names_the_way_out() {
        scheduler.on(
                "POST /api/sync-runs", 409, problem("Run " + ID + " is syncing orders since 2026-11-22T01:00:00Z."));

        assertThat(command("sync")).isEqualTo(6);

        assertThat(err())
                .contains("Run " + ID + " is syncing orders since Sun 22 Nov 2026 02:00.")
                .contains("--force");
    }

    @Test
    void a_wrong_token_is_refused_and_never_shown() {
        environment.put("API_TOKEN", "wrong-secret");

        assertThat(command("status")).isEqualTo(6);

        assertThat(err()).contains("check API_TOKEN").doesNotContain("wrong-secret");
    }

    @Test
    void the_schedulers_sentence_about_a_bad_field_is_a_usage_error() {
        scheduler.on("POST /api/sync-runs", 400, problem("There is no data type 'order'; there are: orders."));

        assertThat(command("sync", "--data-type", "order")).isEqualTo(2);

        assertThat(err()).isEqualTo("There is no data type 'order'; there are: orders." + System.lineSeparator());
    }

    @Test
    void an_error_of_the_scheduler_is_exit_code_1() {
        scheduler.on("GET /api/status", 500, "no JSON at all");

        assertThat(command("status")).isEqualTo(1);

        assertThat(err()).contains("HTTP 500").doesNotContain("\tat ");
    }

    @Test
    void something_else_at_the_address_is_said_to_be_no_scheduler() {
        scheduler.on("GET /api/status", 200, "<html>");

        assertThat(command("status")).isEqualTo(5);

        assertThat(err()).contains("is not the scheduler");
    }

    @Test
    void status_tells_the_verdict_and_each_data_type_in_local_time() {
        scheduler.on("GET /api/status", 200, STATUS);

        assertThat(command("status")).isZero();

        assertThat(out())
                .contains("All is well: every data type is complete up to Sun 22 Nov 2026 01:55.")
                .containsPattern(
                        "orders +COMPLETED +3f0c8a52 +Sun 22 Nov 2026 02:01 +Sun 22 Nov 2026 01:55 +Mon 23 Nov")
                .containsPattern("catalog +never run +- +- +- +paused");
    }

    @ParameterizedTest
    @CsvSource({"status, GET /api/status", "runs, GET /api/sync-runs?limit=20", "schedule list, GET /api/schedules"})
    void json_is_the_schedulers_own_document(String command, String request) {
        String json = command.equals("status") ? STATUS : "[]";
        scheduler.on(request, 200, json);

        assertThat(command((command + " --json").split(" "))).isZero();

        assertThat(out()).isEqualTo(json + System.lineSeparator());
    }

    @Test
    void runs_are_listed_in_aligned_columns() {
        scheduler.on(
                "GET /api/sync-runs?limit=2",
                200,
                "[" + run(ID, "RUNNING", 1) + "," + run(OTHER_ID, "COMPLETED", 2) + "]");

        assertThat(command("runs", "--limit", "2")).isZero();

        assertThat(out().lines())
                .element(2)
                .asString()
                .matches("3f0c8a53  COMPLETED  Sun 22 Nov 2026 02:00  1 min 12 s  55,408  anna +orders, inventory");
        assertThat(out().lines()
                        .map(line -> line.indexOf("orders,"))
                        .filter(at -> at > 0)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void names_from_outside_cannot_steer_the_terminal() {
        screen = screen(out, true);
        scheduler.on(
                "GET /api/sync-runs?limit=20",
                200,
                "[" + run(ID, "COMPLETED", 2).replace("anna", "\\u001b[2Janna") + "]");

        command("runs");

        assertThat(out()).contains(" [2Janna").doesNotContain("\u001b[2J");
    }

    @Test
    void a_run_is_found_by_the_beginning_of_its_id() {
        scheduler
                .on(
                        "GET /api/sync-runs?limit=200",
                        200,
                        "[" + run(ID, "FAILED", 2) + "," + run(OTHER_ID, "COMPLETED", 2) + "]")
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "FAILED", 2));

        assertThat(command("run", "3f0c8a52")).isEqualTo(4);

        assertThat(out())
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

        assertThat(command("run", beginning)).isEqualTo(2);

        assertThat(err()).contains(sentence);
    }

    @Test
    void a_run_can_be_watched_to_its_end() {
        scheduler
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "RUNNING", 1))
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "RUNNING", 1))
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "PARTIAL", 2));

        assertThat(command("run", ID, "--watch")).isEqualTo(3);

        assertThat(out()).contains("Run " + ID + "  PARTIAL");
    }

    @Test
    void schedules_are_listed_and_changed() {
        scheduler
                .on("GET /api/schedules", 200, "[" + schedule(false) + "]")
                .on("PATCH /api/schedules/orders", 200, schedule(false));

        assertThat(command("schedule", "list")).isZero();
        assertThat(command("schedule", "set", "orders", "--cron", "0 30 2 * * *", "--lookback", "14d"))
                .isZero();

        assertThat(out())
                .contains(
                        "orders     0 0 2 * * *  Europe/Berlin  incremental  PT168H    high      Mon 23 Nov 2026 02:00")
                .contains("Next due: Mon 23 Nov 2026 02:00; Tue 24 Nov 2026 02:00; Wed 25 Nov 2026 02:00");
        assertThat(scheduler.requests())
                .last()
                .isEqualTo("PATCH /api/schedules/orders {\"cron\":\"0 30 2 * * *\",\"lookback\":\"14d\"}");
    }

    @ParameterizedTest
    @CsvSource({"pause, true", "resume, false"})
    void a_schedule_is_paused_and_resumed(String command, boolean paused) {
        scheduler.on("PATCH /api/schedules/orders", 200, schedule(paused));

        assertThat(command("schedule", command, "orders")).isZero();

        assertThat(scheduler.requests()).containsExactly("PATCH /api/schedules/orders {\"paused\":" + paused + "}");
        assertThat(out()).contains(paused ? "orders is paused" : "Next due:");
    }

    @Test
    void a_schedule_is_triggered_and_waited_for() {
        scheduler
                .on("POST /api/schedules/orders/trigger", 202, run(ID, "REQUESTED", 0))
                .on("GET /api/sync-runs/" + ID, 200, run(ID, "FAILED", 2));

        assertThat(command("schedule", "trigger", "orders")).isZero();
        assertThat(command("schedule", "trigger", "orders", "--wait")).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bogus", "sync --bogus", "runs --limit many", "run", "schedule", "schedule set orders"})
    void a_wrong_use_is_told_in_a_sentence_with_the_way_to_help(String arguments) {
        assertThat(command(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);

        assertThat(err()).contains("--help").doesNotContain("\tat ");
        assertThat(scheduler.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "sync --help", "schedule set --help", "run -h"})
    void help_documents_the_exit_codes(String arguments) {
        assertThat(command(arguments.split(" "))).isZero();

        assertThat(out()).contains("Exit codes:").contains("5   the scheduler cannot be reached");
    }

    @Test
    void without_anything_running_the_start_is_named() {
        environment.clear();

        assertThat(command("status")).isEqualTo(5);

        assertThat(err())
                .isEqualTo("square-sync is not running here: start it with ./square-sync up." + System.lineSeparator());
    }

    @Test
    void what_up_has_started_is_found_by_itself() throws IOException {
        environment.clear();
        wroteEndpoints(scheduler.url());
        scheduler.on("GET /api/status", 200, STATUS);

        assertThat(command("status")).isZero();
    }

    @Test
    void what_up_started_and_is_gone_is_said_to_be_not_running() throws IOException {
        environment.clear();
        wroteEndpoints(scheduler.url());
        scheduler.close();

        assertThat(command("status")).isEqualTo(5);

        assertThat(err()).contains("square-sync is not running here: start it with ./square-sync up.");
    }

    @Test
    void the_token_that_up_wrote_goes_to_no_other_address() throws IOException {
        environment.clear();
        wroteEndpoints("http://127.0.0.1:1");

        assertThat(command("status", "--url", scheduler.url())).isEqualTo(2);

        assertThat(err()).contains("API_TOKEN is not set");
        assertThat(scheduler.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "file:///etc/passwd", "http://", "not an address"})
    void an_address_that_is_none_is_a_usage_error(String url) {
        assertThat(command("status", "--url", url)).isEqualTo(2);

        assertThat(err()).contains("is no address of a scheduler");
    }

    private int command(String... arguments) {
        Session session = new Session(
                new Connections(environment, checkout),
                screen,
                Clock.fixed(Instant.parse("2026-11-22T01:00:20Z"), ZoneId.of("UTC")),
                ZoneId.of("Europe/Berlin"),
                Duration.ofMillis(1));
        return new Commands(session).run(arguments);
    }

    private void wroteEndpoints(String url) throws IOException {
        Path folder = Files.createDirectories(checkout.resolve(".local"));
        Files.writeString(
                folder.resolve("endpoints.env"),
                "SCHEDULER_URL=" + url + "\nAPI_TOKEN=" + StandInScheduler.TOKEN + "\n");
    }

    private Screen screen(OutputStream stream, boolean terminal) {
        return new Screen(
                new PrintStream(stream, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                true);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static String run(String id, String state, int partitionsCompleted) {
        boolean active = state.equals("REQUESTED") || state.equals("RUNNING");
        String orders = active ? state : "COMPLETED";
        String inventory = active || state.equals("COMPLETED") ? orders : "FAILED";
        String ended = active ? "null" : "\"2026-11-22T01:01:12Z\"";
        String failure = inventory.equals("FAILED")
                ? "{\"code\": \"square-forbidden\", \"detail\": \"The token lacks INVENTORY_READ.\", \"attempts\": 1}"
                : "null";
        return """
                {"id": "%s", "state": "%s", "requestedBy": "anna", "trigger": "request",
                 "requestedAt": "2026-11-22T01:00:00Z", "startedAt": "2026-11-22T01:00:01Z", "endedAt": %s,
                 "reason": null, "full": false, "since": null,
                 "progress": {"partitions": 3, "partitionsCompleted": %d, "pages": 112, "rows": 55408},
                 "streams": [%s, %s]}""".formatted(
                        id,
                        state,
                        ended,
                        partitionsCompleted,
                        stream("orders", orders, ended, partitionsCompleted, 30_000, "null"),
                        stream("inventory", inventory, ended, partitionsCompleted, 24_626, failure));
    }

    private static String stream(
            String dataType, String state, String ended, int partitionsCompleted, int inserted, String failure) {
        return """
                {"dataType": "%s", "state": "%s", "from": null, "to": "2026-11-22T01:00:00Z", "endedAt": %s,
                 "partitions": 2, "partitionsCompleted": %d, "pages": 61, "inserted": %d, "updated": 300,
                 "unchanged": 91, "deleted": 0, "parked": 0, "completeUpTo": "2026-11-22T00:55:00Z", "failure": %s}""".formatted(dataType, state, ended, partitionsCompleted, inserted, failure);
    }

    private static String schedule(boolean paused) {
        return """
                {"dataType": "orders", "cron": "0 0 2 * * *", "timeZone": "Europe/Berlin", "mode": "incremental",
                 "lookback": "PT168H", "priority": "high", "paused": %s, "nextDueTimes":
                 ["2026-11-23T01:00:00Z", "2026-11-24T01:00:00Z", "2026-11-25T01:00:00Z"]}""".formatted(paused);
    }

    private static final String STATUS = """
            {"ok": true, "verdict": "All is well: every data type is complete up to 2026-11-22T00:55:00Z.", "dataTypes": [
             {"dataType": "orders", "lastRun": {"id": "3f0c8a52-0000-4000-8000-000000000001", "state": "COMPLETED",
              "endedAt": "2026-11-22T01:01:12Z"}, "lastSuccess": "2026-11-22T01:01:12Z",
              "completeUpTo": "2026-11-22T00:55:00Z", "coverage": null, "activeRun": null,
              "nextDue": "2026-11-23T01:00:00Z", "paused": false, "attention": null},
             {"dataType": "catalog", "lastRun": null, "lastSuccess": null, "completeUpTo": null, "coverage": null,
              "activeRun": null, "nextDue": null, "paused": true, "attention": null}]}""";

    /** What {@code | head} leaves behind. */
    private static final class ClosedPipe extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    }
}
