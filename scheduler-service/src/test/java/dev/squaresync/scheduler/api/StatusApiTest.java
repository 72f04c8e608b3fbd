package dev.squaresync.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.message.DependencyReported;
import dev.squaresync.scheduler.dependency.DependencyReports;
import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.Said.GivenUp;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.Schedules;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.run.StreamProgress;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@SchedulerTest
class StatusApiTest {

    private static final List<String> ALL = List.of("orders", "catalog", "categories", "locations", "inventory");

    @Autowired
    private Api api;

    @Autowired
    private StreamProgress progress;

    @Autowired
    private Runs runs;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Schedules schedules;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DependencyReports dependencies;

    @Test
    void before_the_first_sync_it_says_so() {
        JsonNode status = status();

        assertThat(status.get("ok").booleanValue()).isFalse();
        assertThat(status.get("verdict").stringValue()).contains("orders has never been synced.");
        assertThat(status.get("dataTypes")).hasSize(5);
        assertThat(status.at("/dataTypes/0/nextDue").stringValue()).isEqualTo("2026-11-23T01:00:00Z");
    }

    @Test
    void during_the_first_sync_it_names_the_active_run() {
        UUID runId = start("{\"full\": true}");

        JsonNode status = status();

        assertThat(status.get("ok").booleanValue()).isTrue();
        assertThat(status.get("verdict").stringValue()).isEqualTo("The first sync is under way.");
        assertThat(status.at("/dataTypes/0/activeRun").stringValue()).isEqualTo(runId.toString());
        assertThat(status.at("/dataTypes/0/lastRun/state").stringValue()).isEqualTo("REQUESTED");
    }

    @Test
    void after_a_full_sync_it_says_up_to_when_all_is_complete() {
        complete(start("{\"full\": true}"), ALL);

        JsonNode status = status();

        assertThat(status.get("ok").booleanValue()).isTrue();
        assertThat(status.get("verdict").stringValue())
                .isEqualTo("All five data types are complete up to 2026-11-22T11:55:00Z.");
        assertThat(status.at("/dataTypes/0/completeUpTo").stringValue()).isEqualTo("2026-11-22T11:55:00Z");
        assertThat(status.at("/dataTypes/0/coverage/from").isNull()).isTrue();
        assertThat(status.at("/dataTypes/0/lastSuccess").stringValue()).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(status.at("/dataTypes/0/activeRun").isNull()).isTrue();
    }

    @Test
    void a_failed_data_type_is_named_with_its_reason_and_keeps_its_last_success() {
        complete(start("{\"full\": true}"), ALL);
        clock.advance(Duration.ofHours(1));
        UUID runId = start("{\"dataTypes\": [\"orders\"]}");
        GivenUp orders = new Said(runId, DataType.of("orders")).givenUp(null);
        transaction.executeWithoutResult(
                status -> progress.givenUp(runId, orders.dataType(), orders.partitionId(), orders.failure()));

        JsonNode status = status();

        assertThat(status.get("ok").booleanValue()).isFalse();
        assertThat(status.get("verdict").stringValue())
                .isEqualTo("orders was not completed by its last run: Square did not answer for null.");
        JsonNode ofOrders = status.at("/dataTypes/1");
        assertThat(ofOrders.at("/dataType").stringValue()).isEqualTo("orders");
        assertThat(ofOrders.at("/lastRun/state").stringValue()).isEqualTo("FAILED");
        assertThat(ofOrders.at("/lastSuccess").stringValue()).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(ofOrders.at("/completeUpTo").stringValue()).isEqualTo("2026-11-22T11:55:00Z");
    }

    @Test
    void a_history_that_was_never_read_whole_is_not_called_complete() {
        complete(start("{}"), ALL);

        JsonNode status = status();

        assertThat(status.get("verdict").stringValue())
                .contains("The history of orders is not proven to be whole: ask for a full sync once.");
        assertThat(status.at("/dataTypes/1/completeUpTo").isNull()).isTrue();
        assertThat(status.at("/dataTypes/1/coverage/from").stringValue()).isEqualTo("2026-11-15T12:00:00Z");
    }

    @Test
    void a_stream_that_is_active_for_longer_than_its_limit_is_named() {
        complete(start("{\"full\": true}"), ALL);
        clock.advance(Duration.ofHours(1));
        UUID runId = start("{\"dataTypes\": [\"orders\"]}");
        clock.advance(Duration.ofHours(1));
        assertThat(status().get("ok").booleanValue()).isTrue();

        clock.advance(Duration.ofSeconds(1));

        assertNotOk("orders has been syncing since 2026-11-22T13:00:00Z and has not ended: see run " + runId + ".");
    }

    @Test
    void data_older_than_two_periods_of_the_schedule_is_named() {
        complete(start("{\"full\": true}"), ALL);
        api.patch("/api/schedules/orders", "{\"cron\": \"0 0 * * * *\"}");
        schedules.dueAt("2026-11-22T14:00:00Z", "orders");
        clock.set(SettableClock.START.plus(Duration.ofMinutes(115)));
        assertThat(status().get("ok").booleanValue()).isTrue();

        clock.advance(Duration.ofSeconds(1));

        assertNotOk(
                "orders is complete only up to 2026-11-22T11:55:00Z, which is more than two runs of its schedule ago.");
    }

    @Test
    void a_paused_data_type_is_called_paused_and_needs_attention_when_its_data_is_old() {
        complete(start("{\"full\": true}"), ALL);
        api.patch("/api/schedules/orders", "{\"paused\": true}");
        assertThat(status().get("ok").booleanValue()).isTrue();
        assertThat(status().get("verdict").stringValue())
                .isEqualTo("All five data types are complete up to 2026-11-22T11:55:00Z. orders is paused.");

        schedules.dueAt("2026-11-25T01:00:00Z", "catalog", "categories", "locations", "inventory");
        clock.advance(Duration.ofDays(2));
        complete(
                start("{\"dataTypes\": [\"catalog\", \"categories\", \"locations\", \"inventory\"]}"),
                ALL.subList(1, 5));

        assertNotOk("orders is paused and complete only up to 2026-11-22T11:55:00Z.");
    }

    @Test
    void a_firing_that_was_skipped_is_named_until_a_later_success() {
        complete(start("{\"full\": true}"), ALL);
        UUID skippedFor = UUID.randomUUID();
        jdbc.sql("insert into skipped_firings (data_type, due_at, reason, run_id, recorded_at)"
                        + " values ('orders', '2026-11-22T12:10:00Z', 'Another run was still active.', :runId,"
                        + " '2026-11-22T12:10:01Z')")
                .param("runId", skippedFor)
                .update();
        clock.advance(Duration.ofMinutes(11));

        assertNotOk("orders was due at 2026-11-22T12:10:00Z and was skipped: Another run was still active.");

        complete(start("{\"dataTypes\": [\"orders\"]}"), List.of("orders"));
        assertThat(status().get("ok").booleanValue()).isTrue();
    }

    @Test
    void parked_objects_of_the_last_run_are_named() {
        UUID runId = start("{\"full\": true}");
        complete(runId, ALL.subList(1, 5));
        Said orders = new Said(runId, DataType.of("orders"));
        progress.planned(orders.planned("p"));
        progress.committed(orders.parkedPage("p", 3));

        assertNotOk("orders: 3 objects of the last run could not be stored as Square sent them:"
                + " see square.parked_objects.");
    }

    @Test
    void a_service_of_which_nothing_is_heard_any_more_is_named_with_what_that_means() {
        complete(start("{\"full\": true}"), ALL);
        heard("writer-1", "writer", "2026-11-22T11:50:00Z");
        heard("fetcher-1", "fetcher", "2026-11-22T11:50:00Z");
        heard("fetcher-2", "fetcher", "2026-11-22T11:59:50Z");

        assertThat(status().get("attention").valueStream().map(JsonNode::stringValue))
                .containsExactly(
                        "No writer has been heard of since 12:50: nothing is written to the mirror until one runs.");
        assertThat(status().get("ok").booleanValue()).isFalse();
    }

    private void heard(String instance, String service, String at) {
        jdbc.sql("insert into workers (service, instance, version, started_at, seen_at)"
                        + " values (:service, :instance, '1', cast(:at as timestamptz), cast(:at as timestamptz))")
                .param("service", service)
                .param("instance", instance)
                .param("at", at)
                .update();
    }

    @Test
    void a_dependency_that_is_down_is_named_until_it_is_back_or_nobody_reports_it_any_more() {
        complete(start("{\"full\": true}"), ALL);
        report("fetcher", false);
        report("writer", true);

        JsonNode status = status();

        String sentence = "The fetcher cannot reach Square since 12:46: It does not answer. It goes on by itself.";
        assertThat(status.get("ok").booleanValue()).isFalse();
        assertThat(status.get("verdict").stringValue()).isEqualTo(sentence);
        assertThat(status.at("/attention/0").stringValue()).isEqualTo(sentence);
        assertThat(status.get("dependencies")).hasSize(1);
        assertThat(status.at("/dependencies/0/service").stringValue()).isEqualTo("fetcher");
        assertThat(status.at("/dependencies/0/up").booleanValue()).isFalse();
        assertThat(status.at("/dependencies/0/since").stringValue()).isEqualTo("2026-11-22T11:46:00Z");

        clock.advance(Duration.ofMinutes(2));
        assertThat(status().get("ok").booleanValue()).isTrue();
        report("fetcher", false);
        assertThat(status().get("ok").booleanValue()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        report("fetcher", true);
        assertThat(status().get("ok").booleanValue()).isTrue();
        assertThat(status().get("dependencies")).isEmpty();
    }

    @Test
    void open_dead_letters_are_counted_by_their_codes() {
        complete(start("{\"full\": true}"), ALL);
        deadLetter("square-unavailable", "OPEN");
        deadLetter("square-unavailable", "OPEN");
        deadLetter("delivery-limit", "OPEN");
        deadLetter("square-unauthorized", "REPLAYED");

        assertThat(status().get("verdict").stringValue())
                .isEqualTo("3 dead letters wait for a decision (1 delivery-limit, 2 square-unavailable):"
                        + " replay or discard them.");
        assertThat(status().get("ok").booleanValue()).isFalse();
    }

    private void deadLetter(String code, String state) {
        jdbc.sql("insert into dead_letters (id, fingerprint, state, queue, code, reason, attempts, headers, body,"
                        + " first_seen_at, last_seen_at) values (gen_random_uuid(), gen_random_uuid()::text, :state,"
                        + " 'square-sync.fetcher.pages', :code, 'It failed.', 1, '{}', '', now(), now())")
                .param("state", state)
                .param("code", code)
                .update();
    }

    private void report(String service, boolean up) {
        dependencies.record(new DependencyReported(
                service,
                "one",
                "Square",
                up,
                SettableClock.START.minus(Duration.ofMinutes(14)),
                "It does not answer.",
                clock.instant()));
    }

    private void assertNotOk(String verdict) {
        JsonNode status = status();
        assertThat(status.get("ok").booleanValue()).isFalse();
        assertThat(status.get("verdict").stringValue()).isEqualTo(verdict);
        assertThat(status.get("dataTypes").findValuesAsString("attention")).contains(verdict);
    }

    private UUID start(String body) {
        return UUID.fromString(api.post("/api/sync-runs", body).body().get("id").stringValue());
    }

    private void complete(UUID runId, List<String> dataTypes) {
        dataTypes.forEach(dataType -> runs.hear(new Said(runId, DataType.of(dataType)).planned()));
    }

    private JsonNode status() {
        return api.get("/api/status").body();
    }
}
