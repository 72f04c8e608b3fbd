package dev.squaresync.writer.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.message.PageCounts;
import dev.squaresync.message.RollBack;
import dev.squaresync.message.StreamSwept;
import dev.squaresync.message.SweepRequested;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A sweep after a full listing")
class SweepTest {

    private static final UUID FIRST = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID LISTING = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final UUID OTHER = UUID.fromString("00000000-0000-7000-8000-000000000003");
    private static final Instant EARLIER = Instant.parse("2026-11-20T02:00:00Z");
    private static final Instant WINDOW_TO = Instant.parse("2026-11-21T02:00:00Z");
    private static final Instant LISTED = Instant.parse("2026-11-21T02:00:05Z");
    private static final String[] TEN = {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J"};

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
    void marks_what_the_listing_did_not_show_and_nothing_else() {
        locations(FIRST, EARLIER, "old", TEN);
        locations(LISTING, LISTED, "old", "A", "B", "C", "D");
        locations(LISTING, LISTED, "new", "E", "F", "G", "H", "K");

        assertThat(sweep(false))
                .isEqualTo(new StreamSwept(LISTING, DataType.of("locations"), 2, 0, 11, TestMirror.NOW));

        assertThat(mirror.rows("select id, deleted_at from locations where deleted_at is not null order by id"))
                .containsExactly("(I,\"2026-11-21 02:00:00+00\")", "(J,\"2026-11-21 02:00:00+00\")");
    }

    @Test
    void spares_what_was_seen_but_not_written_because_the_mirror_knows_better() {
        items(FIRST, EARLIER, 9, "A", "B", "C", "D", "E", "F");
        items(LISTING, LISTED, 8, "A", "B", "C", "D", "E");

        assertThat(sweep("catalog", false).deleted()).isEqualTo(1);

        assertThat(mirror.rows("select id from catalog_items where deleted_at is not null"))
                .containsExactly("(F)");
    }

    @Test
    void spares_what_could_only_be_parked() {
        items(FIRST, EARLIER, 1, "A", "B", "C", "D", "E", "F");
        items(LISTING, LISTED, 1, "A", "B", "C", "D");
        mirror.write(LISTING, "catalog", LISTED, """
                {"objects": [{"type": "ITEM", "id": "E", "version": 2, "updated_at": "1066-10-14T00:00:00Z"}]}""");

        assertThat(sweep("catalog", false).deleted()).isEqualTo(1);

        assertThat(mirror.rows("select id from catalog_items where deleted_at is not null"))
                .containsExactly("(F)");
    }

    @Test
    void spares_what_another_run_has_seen_since() {
        locations(FIRST, EARLIER, "old", TEN);
        locations(LISTING, LISTED, "old", "A", "B", "C", "D", "E", "F", "G", "H");
        locations(OTHER, LISTED.plusSeconds(1), "old", "I");
        locations(OTHER, LISTED.plusSeconds(1), "new", "J");

        assertThat(sweep(false).deleted()).isZero();
    }

    @Test
    void that_would_delete_too_much_deletes_nothing() {
        locations(FIRST, EARLIER, "old", TEN);
        locations(LISTING, LISTED, "old", "A", "B", "C", "D", "E", "F", "G");

        assertThat(sweep(false))
                .isEqualTo(new StreamSwept(LISTING, DataType.of("locations"), 0, 3, 10, TestMirror.NOW));

        assertThat(mirror.value("select count(*) from locations where deleted_at is null"))
                .isEqualTo("10");
    }

    @Test
    void that_is_forced_deletes_however_much_it_is() {
        locations(FIRST, EARLIER, "old", TEN);
        locations(LISTING, LISTED, "old", "A");

        assertThat(sweep(true).deleted()).isEqualTo(9);
    }

    @Test
    void asked_for_again_answers_the_same() {
        locations(FIRST, EARLIER, "old", TEN);
        locations(LISTING, LISTED, "old", "A", "B", "C", "D", "E", "F", "G", "H");

        assertThat(sweep(false)).isEqualTo(sweep(true)).matches(swept -> swept.deleted() == 2);
    }

    @Test
    void does_not_keep_an_object_from_coming_back_unchanged() {
        locations(FIRST, EARLIER, "old", TEN);
        locations(LISTING, LISTED, "old", "A", "B", "C", "D", "E", "F", "G", "H", "I");
        sweep(false);

        assertThat(locations(OTHER, EARLIER, "old", "J")).isEqualTo(new PageCounts(0, 0, 1, 0, 0));
        assertThat(mirror.value("select deleted_at from locations where id = 'J'"))
                .isNotNull();

        assertThat(locations(OTHER, LISTED.plusSeconds(60), "old", "J")).isEqualTo(new PageCounts(0, 1, 0, 0, 0));
        assertThat(mirror.rows("select deleted_at, swept_at from locations where id = 'J'"))
                .containsExactly("(,)");
    }

    @Test
    void of_the_catalog_counts_items_and_variations_together_and_holds_when_an_item_is_written_again() {
        items(FIRST, EARLIER, 1, TEN);
        variations(FIRST, EARLIER, TEN);
        items(LISTING, LISTED, 1, TEN);
        variations(LISTING, LISTED, "A", "B", "C", "D", "E", "F", "G");

        assertThat(sweep("catalog", false).deleted()).isEqualTo(3);
        items(OTHER, LISTED.plusSeconds(60), 2, "H");

        assertThat(mirror.value("select count(*) from catalog_item_variations where deleted_at is not null"))
                .isEqualTo("3");
    }

    @Test
    void can_be_rolled_back() {
        locations(FIRST, EARLIER, "old", TEN);
        List<String> before = mirror.rows("select * from locations order by id");
        locations(LISTING, LISTED, "old", "A");
        sweep(true);

        assertThat(mirror.rollBack(new RollBack(OTHER, LISTING, DataType.of("locations"), EARLIER, false))
                        .restored())
                .isEqualTo(9);

        assertThat(mirror.rows("select * from locations order by id")).isEqualTo(before);
    }

    @Test
    void is_nothing_for_what_square_never_lists_whole() {
        mirror.write(FIRST, "orders", EARLIER, "{\"orders\": [{\"id\": \"O1\"}]}");

        assertThat(sweep("orders", true).deleted()).isZero();

        assertThat(mirror.value("select deleted_at from orders")).isNull();
    }

    private static StreamSwept sweep(boolean force) {
        return sweep("locations", force);
    }

    private static StreamSwept sweep(String dataType, boolean force) {
        return mirror.sweep(new SweepRequested(LISTING, DataType.of(dataType), WINDOW_TO, force), 20);
    }

    private static PageCounts locations(UUID run, Instant fetchedAt, String name, String... ids) {
        return write(run, "locations", "locations", fetchedAt, "{\"id\": \"%s\", \"name\": \"" + name + "\"}", ids);
    }

    private static void items(UUID run, Instant fetchedAt, int version, String... ids) {
        write(
                run,
                "catalog",
                "objects",
                fetchedAt,
                "{\"type\": \"ITEM\", \"id\": \"%s\", \"version\": " + version + "}",
                ids);
    }

    private static void variations(UUID run, Instant fetchedAt, String... ids) {
        String variation = "{\"type\": \"ITEM_VARIATION\", \"id\": \"V-%1$s\", \"version\": 1,"
                + " \"item_variation_data\": {\"item_id\": \"%1$s\"}}";
        write(run, "catalog", "objects", fetchedAt, variation, ids);
    }

    private static PageCounts write(
            UUID run, String dataType, String array, Instant fetchedAt, String object, String... ids) {
        List<String> objects = new ArrayList<>();
        for (String id : ids) {
            objects.add(object.formatted(id));
        }
        return mirror.write(run, dataType, fetchedAt, "{\"" + array + "\": [" + String.join(",", objects) + "]}");
    }
}
