package dev.squaresync.fetcher.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.fetcher.square.SquarePage;
import dev.squaresync.message.RawJson;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagePartsTest {

    private static final String ONE = "{\"id\":\"1\", \"note\":\"]},✓\"}";
    private static final String TWO = "{\"id\":\"2\",\"orders\":[1.50, 2]}";
    private static final String THREE = "{\"id\":\"3\"}";
    private static final String PAGE =
            "{\"errors\":[],\"orders\": [ " + ONE + " , " + TWO + ",\n" + THREE + " ],\"cursor\":\"c\"}";

    @Test
    void a_page_that_fits_stays_as_it_is() {
        assertThat(split(PAGE, 1000)).containsExactly(PAGE);
    }

    @Test
    void a_page_that_does_not_fit_is_cut_between_its_objects() {
        assertThat(split(PAGE, 60))
                .containsExactly("{\"orders\":[" + ONE + "]}", "{\"orders\":[" + TWO + "," + THREE + "]}")
                .allMatch(part -> RawJson.of(part).size() <= 60);
    }

    @Test
    void an_object_that_is_too_large_by_itself_travels_alone() {
        assertThat(split(PAGE, 10))
                .containsExactly(
                        "{\"orders\":[" + ONE + "]}", "{\"orders\":[" + TWO + "]}", "{\"orders\":[" + THREE + "]}");
    }

    @Test
    void a_large_page_without_objects_cannot_be_cut() {
        String page = "{\"cursor\":\"" + "c".repeat(100) + "\"}";

        assertThat(split(page, 50)).containsExactly(page);
    }

    private static List<String> split(String page, int largest) {
        return new PageParts(largest)
                .of(new SquarePage(RawJson.of(page), "orders", "c", Instant.EPOCH)).stream()
                        .map(RawJson::text)
                        .toList();
    }
}
