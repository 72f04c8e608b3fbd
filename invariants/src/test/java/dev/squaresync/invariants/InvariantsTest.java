package dev.squaresync.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each invariant sees what is done to a sound history, and no other one does. */
class InvariantsTest {

    private static final String FORGET =
            "update square.catalog_items set version = null, fetched_at = '-infinity' where id = 'I1';\n";

    private static final String AS_AT_COMMIT = "set constraints all immediate";

    private static final String COMPLETED_RUN = "'11111111-1111-1111-1111-111111111111'";
    private static final String FAILED_RUN = "'22222222-2222-2222-2222-222222222222'";

    private static SoundHistory history;

    @BeforeAll
    static void soundHistory() throws SQLException {
        history = new SoundHistory();
    }

    @AfterEach
    void as_it_was() throws SQLException {
        history.rollback();
    }

    @Test
    void a_sound_history_contradicts_none() throws SQLException {
        assertThat(history.violations(Moment.LIVE)).isEmpty();
        assertThat(history.violations(Moment.AT_REST)).isEmpty();
    }

    @Test
    void there_are_ten_that_each_say_what_they_guard() {
        assertThat(Invariants.all()).extracting(Invariant::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(Invariants.all())
                .allSatisfy(invariant -> assertThat(invariant.guards().lines().count())
                        .as(invariant.name())
                        .isGreaterThan(2));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void a_contradiction_is_seen(int number, String problem, String sql) throws SQLException {
        history.execute(sql);

        Map<Integer, List<String>> violations = history.violations(Moment.AT_REST);

        assertThat(violations).containsOnlyKeys(number);
        assertThat(violations.get(number))
                .anySatisfy(violation -> assertThat(violation).startsWith(problem));
    }

    static Stream<Arguments> a_contradiction_is_seen() {
        return Stream.of(
                arguments(1, "a completed stream has a partition whose chain of committed pages has no end", """
                        update scheduler.pages set number = 3 where number = 2;
                        update square.page_receipts set number = 3 where number = 2
                        """),
                arguments(
                        1,
                        "a completed stream has a partition whose chain of committed pages has no end",
                        "update scheduler.pages set cursor = 'third' where number = 2"),
                arguments(
                        1,
                        "a completed stream has a partition whose chain of committed pages has no end",
                        "update scheduler.pages set next_cursor = 'third' where number = 2"),
                arguments(
                        1,
                        "a completed stream has no partition at all",
                        "delete from scheduler.partitions where data_type = 'catalog'"),
                arguments(
                        2,
                        "an object of Square is missing in the mirror",
                        "delete from square.inventory_counts; delete from invariant_watch.regressions"),
                arguments(
                        2,
                        "the mirror holds an object in another state than Square",
                        "update truth set raw = jsonb_set(raw, '{version}', '3') where raw ->> 'id' = 'O2'"),
                arguments(
                        2,
                        "the mirror holds an object that Square does not have",
                        "delete from truth where raw ->> 'id' = 'L1'"),
                arguments(
                        3,
                        "an object fell from [5] to [4]",
                        "update square.catalog_items set version = 4 where id = 'I1'"),
                arguments(
                        3,
                        "an older answer replaced a newer one of the same version",
                        "update square.locations set fetched_at = fetched_at - interval '1 second'"),
                arguments(3, "a repair has made an object older, or forgotten it", FORGET + AS_AT_COMMIT),
                arguments(3, "a repair has made an object older, or forgotten it", FORGET + """
                        update square.catalog_items set version = 4, fetched_at = now() where id = 'I1';
                        """ + AS_AT_COMMIT),
                arguments(3, "a deleted object came back without a newer version", """
                        update square.catalog_items set deleted_at = null where id = 'I2';
                        update square.catalog_items set deleted_at = now() where id = 'I2'
                        """),
                arguments(3, "a watermark went back from", """
                        update scheduler.watermarks set complete_up_to = complete_up_to - interval '1 day';
                        update scheduler.watermarks set complete_up_to = complete_up_to + interval '1 day'
                        """),
                arguments(4, "coverage is claimed by a stream that is not completed", """
                        insert into scheduler.coverage (run_id, data_type, covered_from, covered_to, proven_at)
                        values (%s, 'orders', now() - interval '1 day', now() - interval '2 hours', now())
                        """.formatted(FAILED_RUN)),
                arguments(
                        4,
                        "coverage reaches beyond the window of its stream",
                        "update scheduler.coverage set covered_to = now() where data_type = 'orders'"),
                arguments(
                        4,
                        "coverage was claimed before the last partition was whole",
                        "update scheduler.coverage set proven_at = now() - interval '63 minutes'"),
                arguments(
                        4,
                        "a watermark is later than anything that is covered",
                        "update scheduler.watermarks set complete_up_to = now()"),
                arguments(4, "a watermark has gone back behind what a stream found at its end", """
                        update scheduler.watermarks set complete_up_to = complete_up_to - interval '1 hour';
                        delete from invariant_watch.regressions
                        """),
                arguments(
                        5,
                        "the scheduler counts a page otherwise than its receipt does",
                        "update scheduler.pages set inserted = 2 where data_type = 'catalog'"),
                arguments(
                        5,
                        "the scheduler and the writer know one answer of Square as two different pages",
                        "update square.page_receipts set number = 7 where data_type = 'catalog'"),
                arguments(
                        5,
                        "the sums of an ended stream are not those of its pages",
                        "update scheduler.streams set pages = 1, inserted = 0, updated = 0, unchanged = 0, deleted = 0,"
                                + " parked = 0 where data_type = 'catalog'"),
                arguments(
                        6,
                        "a run is active and none of its streams is",
                        "update scheduler.sync_runs set state = 'RUNNING', ended_at = null where id = "
                                + COMPLETED_RUN),
                arguments(
                        7,
                        "the scheduler has not heard of a committed page",
                        "delete from scheduler.pages where data_type = 'orders' and scan = 1"),
                arguments(7, "a stored message was not published", """
                        insert into scheduler.outbox (run_id, exchange, routing_key, wire_type, body, stored_at, next_try_at)
                        values (%s, 'square-sync.scheduler', 'sync-ended', 'sync-ended.v1', '{}', now() - interval '1 hour', now())
                        """.formatted(COMPLETED_RUN)),
                arguments(7, "a replay was asked for and not sent", """
                        update scheduler.dead_letters
                        set state = 'REPLAYING', next_publish_at = now(), decided_by = 'ada', decided_at = now() - interval '1 hour'
                        """),
                arguments(
                        7,
                        "a partition was given up without a dead letter",
                        "update scheduler.dead_letters set partition_id = 'p2'"),
                arguments(7, "a stream failed without a dead letter", "delete from scheduler.dead_letters"),
                arguments(
                        8,
                        "an order has not the parts that Square sent with it",
                        "delete from square.order_return_line_items"),
                arguments(
                        8,
                        "parts belong to an order that is not there",
                        "insert into square.order_taxes (order_id, uid, position) values ('O9', 'a', 1)"),
                arguments(
                        8,
                        "the lines of an order are not of the order's version",
                        "update square.order_line_items set total_money = 1 where uid = 'a'"),
                arguments(
                        8,
                        "an object is marked as deleted that Square has",
                        "update square.categories set deleted_at = now()"),
                arguments(8, "an object that Square has deleted is not marked", """
                        update square.catalog_item_variations set deleted_at = null;
                        delete from invariant_watch.regressions
                        """),
                arguments(
                        9,
                        "a scheduled run was not started",
                        "update scheduler.schedules set next_due_at = now() - interval '1 hour'"),
                arguments(9, "a data type had more than one scheduled run on a date", """
                        update scheduler.sync_runs
                        set trigger = 'schedule', requested_at = (select min(requested_at) from scheduler.sync_runs)
                        where kind = 'sync'
                        """),
                arguments(
                        10, "nobody was told that a run has failed", "update notifier.deliveries set sent_at = null"));
    }

    @Test
    void an_object_that_a_repair_forgets_and_writes_anew_has_not_regressed() throws SQLException {
        history.execute(FORGET + """
                update square.catalog_items set version = 5, fetched_at = now() where id = 'I1';
                """ + AS_AT_COMMIT);

        assertThat(history.violations(Moment.AT_REST)).isEmpty();
    }

    @Test
    void a_stream_that_goes_on_is_no_contradiction_until_everything_should_have_ended() throws SQLException {
        history.execute("""
                insert into scheduler.sync_runs (id, state, trigger, requested_by, full_history, requested_at)
                values ('44444444-4444-4444-4444-444444444444', 'REQUESTED', 'request', 'ada', true, now() - interval '1 minute');
                insert into scheduler.streams (run_id, data_type, state, window_to)
                values ('44444444-4444-4444-4444-444444444444', 'orders', 'REQUESTED', now() - interval '1 minute')
                """);

        assertThat(history.violations(Moment.LIVE)).isEmpty();
        assertThat(history.violations(Moment.AT_REST)).containsOnlyKeys(9);
    }

    @Test
    void an_active_stream_behind_a_newer_one_has_two_owners() throws SQLException {
        history.execute("""
                insert into scheduler.sync_runs (id, state, trigger, requested_by, full_history, requested_at)
                values ('44444444-4444-4444-4444-444444444444', 'RUNNING', 'request', 'ada', true, now() - interval '2 hours');
                insert into scheduler.streams (run_id, data_type, state, window_to)
                values ('44444444-4444-4444-4444-444444444444', 'orders', 'RUNNING', now() - interval '2 hours')
                """);

        assertThat(history.violations(Moment.LIVE)).containsOnlyKeys(6);
    }

    @Test
    void a_page_that_is_under_way_is_no_contradiction_until_the_queues_are_empty() throws SQLException {
        history.execute("""
                delete from scheduler.pages where data_type = 'orders' and scan = 1;
                update square.page_receipts set committed_at = now() - interval '1 minute' where data_type = 'orders' and scan = 1
                """);

        assertThat(history.violations(Moment.LIVE)).isEmpty();
        assertThat(history.violations(Moment.AT_REST)).containsOnlyKeys(7);
    }
}
