package dev.squaresync.writer.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RollBack;
import dev.squaresync.message.RolledBack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A roll-back")
class RollBackTest {

    private static final UUID GOOD = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID BAD = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final UUID LATER = UUID.fromString("00000000-0000-7000-8000-000000000003");
    private static final UUID UNDO = UUID.fromString("00000000-0000-7000-8000-000000000004");
    private static final UUID REDO = UUID.fromString("00000000-0000-7000-8000-000000000005");
    private static final Instant NIGHT = Instant.parse("2026-11-20T02:00:00Z");

    private static final List<String> TABLES = List.of(
            "locations",
            "categories",
            "catalog_items",
            "catalog_item_variations",
            "inventory_counts",
            "orders",
            "order_line_items",
            "order_tenders");

    private static TestMirror mirror;

    @BeforeAll
    static void open() {
        mirror = new TestMirror();
    }

    @AfterAll
    static void close() {
        mirror.close();
    }

    @BeforeEach
    void empty() {
        mirror.empty();
    }

    @Test
    void gives_every_row_back_what_it_held_byte_for_byte() {
        everything(GOOD, 1, NIGHT, 450, "A", "B");
        List<String> before = dump();
        everything(BAD, 2, NIGHT.plusSeconds(60), 1, "A", "B", "C");
        assertThat(dump()).isNotEqualTo(before);

        assertThat(rollBack("orders")).isEqualTo(answer("orders", 2, 1, 0));
        assertThat(rollBack("catalog")).isEqualTo(answer("catalog", 4, 2, 0));
        assertThat(rollBack("categories")).isEqualTo(answer("categories", 2, 1, 0));
        assertThat(rollBack("locations")).isEqualTo(answer("locations", 2, 1, 0));
        assertThat(rollBack("inventory")).isEqualTo(answer("inventory", 2, 1, 0));

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void leaves_what_a_later_run_or_a_hand_has_touched_and_names_it() {
        orders(GOOD, 1, NIGHT, 450, "A", "B", "C", "D");
        orders(BAD, 2, NIGHT.plusSeconds(60), 1, "A", "B", "C", "D", "E", "F", "G");
        orders(LATER, 3, NIGHT.plusSeconds(120), 460, "A", "E");
        mirror.execute("update orders set ticket_name = 'by hand' where id in ('B', 'F')");
        mirror.execute("delete from orders where id = 'G'");
        String touched = mirror.value(
                "select string_agg(o::text, '' order by id) from orders as o where id in ('A','B','E','F')");

        RolledBack answer = rollBack("orders");

        assertThat(answer.restored()).isEqualTo(2);
        assertThat(answer.removed()).isZero();
        assertThat(answer.skippedIds()).containsExactly("A", "B", "E", "F", "G");
        assertThat(mirror.value(
                        "select string_agg(o::text, '' order by id) from orders as o where id in ('A','B','E','F')"))
                .isEqualTo(touched);
        assertThat(mirror.rows("select id, total_money, version from orders where id in ('C', 'D') order by id"))
                .containsExactly("(C,450,1)", "(D,450,1)");
    }

    @Test
    void asked_for_again_answers_the_same_and_changes_nothing() {
        everything(GOOD, 1, NIGHT, 450, "A");
        everything(BAD, 2, NIGHT.plusSeconds(60), 1, "A", "C");
        RolledBack first = rollBack("orders");
        List<String> after = dump();
        String entries = mirror.value("select count(*) from previous_states");

        assertThat(rollBack("orders")).isEqualTo(first);

        assertThat(dump()).isEqualTo(after);
        assertThat(mirror.value("select count(*) from previous_states")).isEqualTo(entries);
    }

    @Test
    void can_be_rolled_back_itself() {
        everything(GOOD, 1, NIGHT, 450, "A", "B");
        everything(BAD, 2, NIGHT.plusSeconds(60), 1, "A", "C");
        List<String> bad = dump();
        rollBackAll(UNDO, BAD);

        assertThat(mirror.rollBack(request(REDO, UNDO, "orders", false)).reinserted())
                .isEqualTo(1);
        rollBackAll(REDO, UNDO);

        assertThat(dump()).isEqualTo(bad);
    }

    @Test
    void of_a_roll_back_leaves_what_was_brought_in_since() {
        orders(GOOD, 1, NIGHT, 450, "A");
        orders(BAD, 2, NIGHT.plusSeconds(60), 1, "C");
        rollBackAll(UNDO, BAD);
        orders(LATER, 2, NIGHT.plusSeconds(120), 450, "C");

        RolledBack answer = mirror.rollBack(request(REDO, UNDO, "orders", false));

        assertThat(answer.skippedIds()).containsExactly("C");
        assertThat(mirror.value("select run_id from orders where id = 'C'")).isEqualTo(LATER.toString());
    }

    @Test
    void brings_back_what_an_items_deletion_took_along() {
        everything(GOOD, 1, NIGHT, 450, "A");
        List<String> before = dump();
        mirror.write(
                BAD,
                "catalog",
                NIGHT.plusSeconds(60),
                "{\"objects\": [{\"type\": \"ITEM\", \"id\": \"I-A\", \"version\": 9, \"is_deleted\": true}]}");
        assertThat(mirror.value("select count(*) from catalog_item_variations where deleted_at is not null"))
                .isEqualTo("1");

        assertThat(rollBack("catalog")).isEqualTo(answer("catalog", 2, 0, 0));

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void that_is_only_tried_changes_nothing_and_foretells_what_it_would_do() {
        orders(GOOD, 1, NIGHT, 450, "A", "B");
        orders(BAD, 2, NIGHT.plusSeconds(60), 1, "A", "B", "C");
        orders(LATER, 3, NIGHT.plusSeconds(120), 460, "A");
        List<String> before = dump();
        String entries = mirror.value("select count(*) from previous_states");

        RolledBack foretold = mirror.rollBack(request(UNDO, BAD, "orders", true));

        assertThat(dump()).isEqualTo(before);
        assertThat(mirror.value("select count(*) from previous_states")).isEqualTo(entries);
        assertThat(rollBack("orders")).isEqualTo(foretold);
        assertThat(foretold.skippedIds()).containsExactly("A");
    }

    @Test
    void of_more_than_a_batch_is_whole() {
        String[] ids = new String[1203];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = "O" + i;
        }
        orders(GOOD, 1, NIGHT, 450, ids);
        List<String> before = dump();
        orders(BAD, 2, NIGHT.plusSeconds(60), 1, ids);

        assertThat(rollBack("orders")).isEqualTo(answer("orders", 1203, 0, 0));

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void is_refused_when_the_run_is_older_than_what_is_kept() {
        orders(BAD, 2, NIGHT, 1, "A");
        mirror.execute("update previous_states_kept set since = '2026-11-20T02:00:01Z'");

        RolledBack answer = rollBack("orders");

        assertThat(answer.refusal()).contains("2026-11-20T02:00:00Z", "only since 2026-11-20T02:00:01Z");
        assertThat(mirror.value("select count(*) from orders")).isEqualTo("1");
    }

    private static RolledBack rollBack(String dataType) {
        return mirror.rollBack(request(UNDO, BAD, dataType, false));
    }

    private static void rollBackAll(UUID runId, UUID ofRunId) {
        for (String dataType : List.of("locations", "categories", "catalog", "inventory", "orders")) {
            mirror.rollBack(request(runId, ofRunId, dataType, false));
        }
    }

    private static RollBack request(UUID runId, UUID ofRunId, String dataType, boolean dryRun) {
        return new RollBack(runId, ofRunId, DataType.of(dataType), NIGHT, dryRun);
    }

    private static RolledBack answer(String dataType, int restored, int removed, int reinserted) {
        return new RolledBack(
                UNDO, BAD, DataType.of(dataType), restored, removed, reinserted, 0, List.of(), null, TestMirror.NOW);
    }

    private static List<String> dump() {
        List<String> dump = new ArrayList<>();
        for (String table : TABLES) {
            mirror.rows("select * from " + table + " order by 1, 2, 3").forEach(row -> dump.add(table + row));
        }
        return dump;
    }

    private static void everything(UUID run, int version, Instant at, int price, String... names) {
        orders(run, version, at, price, names);
        write(run, "locations", "locations", at, names, """
                {"id": "L-%s", "name": "Shop %d %d"}""", version, price);
        write(run, "categories", "objects", at, names, """
                {"type": "CATEGORY", "id": "C-%s", "version": %d, "category_data": {"name": "at %d"}}""", version, price);
        write(run, "catalog", "objects", at, names, """
                {"type": "ITEM", "id": "I-%1$s", "version": %2$d, "item_data": {"name": "at %3$d"}},
                {"type": "ITEM_VARIATION", "id": "V-%1$s", "version": %2$d,
                 "item_variation_data": {"item_id": "I-%1$s", "price_money": {"amount": %3$d, "currency": "USD"}}}
                """, version, price);
        write(run, "inventory", "counts", at, names, """
                {"catalog_object_id": "V-%s", "location_id": "L", "state": "IN_STOCK",
                 "calculated_at": "2026-11-1%dT00:00:00Z", "quantity": "%d"}""", version, price);
    }

    private static void orders(UUID run, int version, Instant at, int price, String... names) {
        write(run, "orders", "orders", at, names, """
                {"id": "%1$s", "version": %2$d, "updated_at": "2026-11-1%2$dT00:00:00Z",
                 "total_money": {"amount": %3$d, "currency": "USD"},
                 "line_items": [{"uid": "l%2$d", "quantity": "1", "total_money": {"amount": %3$d, "currency": "USD"}}],
                 "tenders": [{"id": "t", "amount_money": {"amount": %3$d, "currency": "USD"}}]}""", version, price);
    }

    private static void write(
            UUID run,
            String dataType,
            String array,
            Instant at,
            String[] names,
            String object,
            int version,
            int price) {
        List<String> objects = new ArrayList<>();
        for (String name : names) {
            objects.add(object.formatted(name, version, price));
        }
        mirror.write(run, dataType, at, "{\"" + array + "\": [" + String.join(",", objects) + "]}");
    }
}
