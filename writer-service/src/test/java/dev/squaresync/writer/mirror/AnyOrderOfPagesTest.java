package dev.squaresync.writer.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.PageFetched;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Any order and repetition of pages")
class AnyOrderOfPagesTest {

    // The business columns: not when and by which run a row was written, which depends on the order.
    private static final List<String> STATE = List.of(
            "select id, version, updated_at, deleted_at, raw from orders order by id",
            "select order_id, uid, name from order_line_items order by order_id, uid",
            "select id, version, name, deleted_at, raw from catalog_items order by id",
            "select id, version, item_id, deleted_at, raw from catalog_item_variations order by id",
            "select id, version, deleted_at, raw from categories order by id",
            "select id, name, raw from locations order by id",
            "select catalog_object_id, location_id, state, quantity, raw from inventory_counts order by 1, 2, 3");

    private static TestMirror mirror;

    @BeforeAll
    static void open() {
        mirror = new TestMirror();
        forbidRegression("orders", "(coalesce(%1$s.updated_at, '-infinity'), coalesce(%1$s.version, -1))");
        forbidRegression("catalog_items", "%1$s.version");
        forbidRegression("catalog_item_variations", "%1$s.version");
        forbidRegression("categories", "%1$s.version");
        forbidRegression("inventory_counts", "%1$s.calculated_at");
    }

    @AfterAll
    static void close() {
        mirror.close();
    }

    static IntStream seeds() {
        return IntStream.range(0, 10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ends_in_the_same_state(int seed) {
        Random random = new Random(seed);
        List<PageFetched> pages = new RandomPages(random).list(24);

        List<String> expected = stateAfter(pages);
        for (int permutation = 0; permutation < 3; permutation++) {
            assertThat(stateAfter(shuffledWithRepetitions(pages, random)))
                    .as("seed %d, permutation %d", seed, permutation)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ends_in_the_same_state_when_written_side_by_side(int seed) {
        Random random = new Random(seed);
        List<PageFetched> pages = new RandomPages(random).withoutTies().list(24);

        List<String> expected = stateAfter(pages);
        mirror.empty();
        shuffledWithRepetitions(pages, random).parallelStream().forEach(mirror::write);

        assertThat(state()).as("seed %d", seed).isEqualTo(expected);
    }

    private static List<String> stateAfter(List<PageFetched> pages) {
        mirror.empty();
        pages.forEach(mirror::write);
        return state();
    }

    private static List<String> state() {
        return STATE.stream().flatMap(query -> mirror.rows(query).stream()).toList();
    }

    private static List<PageFetched> shuffledWithRepetitions(List<PageFetched> pages, Random random) {
        List<PageFetched> shuffled = new ArrayList<>(pages);
        for (PageFetched page : pages) {
            if (random.nextInt(3) == 0) {
                shuffled.add(page);
            }
            if (random.nextInt(3) == 0) {
                // Fetched twice at the same instant: another answer of Square with the same content.
                shuffled.add(new PageFetched(
                        new UUID(random.nextLong(), random.nextLong()),
                        page.page(),
                        page.link(),
                        page.fetchedAt(),
                        page.body()));
            }
        }
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** Lets the database itself refuse any step back, even one that a later page would make good again. */
    private static void forbidRegression(String table, String rank) {
        mirror.execute("""
                create function forbid_regression_of_%1$s() returns trigger language plpgsql as $$
                begin
                    if (%2$s) < (%3$s) then
                        raise exception 'regression' using errcode = 'XX000';
                    end if;
                    return new;
                end $$
                """.formatted(table, rank.formatted("new"), rank.formatted("old")));
        mirror.execute(
                "create trigger forbid_regression before update on %1$s for each row execute function forbid_regression_of_%1$s()"
                        .formatted(table));
    }
}
