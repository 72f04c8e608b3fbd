package dev.squaresync.writer.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squaresync.message.PageCounts;
import dev.squaresync.message.RawJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Input that PostgreSQL cannot hold")
class BadInputTest {

    private static final String GOOD = "{\"id\": \"GOOD%d\", \"updated_at\": \"2026-11-20T10:00:00Z\"}";

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

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "money beyond 2^63   | 22003 | 'id': 'BAD', 'total_money': {'amount': 9223372036854775808}",
                "money with decimals | 22P02 | 'id': 'BAD', 'total_money': {'amount': 1.5}",
                "money in a line     | 22003 | 'id': 'BAD', 'line_items': [{'uid': 'l', 'total_money': {'amount': 1e30}}]",
                "a day that is none  | 22008 | 'id': 'BAD', 'updated_at': '2026-02-30T10:00:00Z'",
                "a time that is none | 22007 | 'id': 'BAD', 'updated_at': 'soon'",
                "year 9999           | 23514 | 'id': 'BAD', 'updated_at': '9999-01-01T00:00:00Z'",
                "an endless time     | 23514 | 'id': 'BAD', 'closed_at': 'infinity'",
                "an endless quantity | 23514 | 'id': 'BAD', 'line_items': [{'uid': 'l', 'quantity': 'NaN'}]",
                "no id               | 23502 | 'location_id': 'BAD'",
                "lines that are none | 22023 | 'id': 'BAD', 'line_items': {'uid': 'l'}",
            })
    void is_parked_with_the_reason_and_the_rest_of_the_page_is_written(String what, String sqlState, String fields) {
        String bad = "{" + fields.replace('\'', '"') + "}";

        assertThat(write(good(1), good(2), bad, good(3))).isEqualTo(new PageCounts(3, 0, 0, 0, 1));

        assertThat(mirror.value("select string_agg(id, ' ' order by id) from orders"))
                .isEqualTo("GOOD1 GOOD2 GOOD3");
        assertThat(mirror.value("select convert_from(body, 'UTF8') from parked_objects"))
                .isEqualTo(bad);
        assertThat(mirror.value("select reason from parked_objects")).endsWith("(" + sqlState + ")");
        assertThat(mirror.value("select cleaned from parked_objects")).isEqualTo("false");
    }

    @Test
    void a_name_of_10_megabytes_is_parked() {
        assertThat(write(good(1), "{\"id\": \"BAD\", \"ticket_name\": \"" + "x".repeat(10_000_000) + "\"}"))
                .isEqualTo(new PageCounts(1, 0, 0, 0, 1));
        assertThat(mirror.value("select reason from parked_objects")).contains("orders_size_is_sane");
    }

    @Test
    void an_id_of_10_megabytes_is_parked() {
        assertThat(write(good(1), "{\"id\": \"" + "xy".repeat(2_000_000) + "\"}")
                        .parked())
                .isEqualTo(1);
        assertThat(mirror.value("select object_id from parked_objects")).isNull();
    }

    @Test
    void nesting_deeper_than_postgresql_can_follow_is_parked() {
        String nested = "[".repeat(200_000) + "]".repeat(200_000);

        assertThat(write(good(1), "{\"id\": \"BAD\", \"deep\": " + nested + "}"))
                .isEqualTo(new PageCounts(1, 0, 0, 0, 1));
        assertThat(mirror.value("select reason from parked_objects")).contains("stack depth limit");
    }

    @Test
    void nesting_of_some_thousand_levels_does_not_stop_the_page() {
        String nested = "[".repeat(5_000) + "]".repeat(5_000);

        assertThat(write(good(1), "{\"id\": \"DEEP\", \"deep\": " + nested + "}")
                        .total())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud83d", "\\ude00", "\\ud83d\\ud83d\\ude00", "\\\\\\u0000"})
    void characters_that_jsonb_refuses_are_replaced_and_the_object_is_written_and_flagged(String characters) {
        String odd = "{\"id\": \"ODD\", \"ticket_name\": \"a" + characters + "b\"}";

        assertThat(write(good(1), odd)).isEqualTo(new PageCounts(2, 0, 0, 0, 0));

        assertThat(mirror.value("select ticket_name from orders where id = 'ODD'"))
                .startsWith("a")
                .contains("\ufffd")
                .endsWith("b");
        assertThat(mirror.rows(
                        "select object_id, cleaned, convert_from(body, 'UTF8') = '" + odd + "' from parked_objects"))
                .containsExactly("(ODD,t,t)");
    }

    @Test
    void bytes_that_are_no_utf8_are_replaced() {
        byte[] page = ("{\"orders\": [" + good(1) + ", {\"id\": \"ODD\", \"ticket_name\": \"é?b\"}]}")
                .getBytes(StandardCharsets.UTF_8);
        page[page.length - 6] = (byte) 0xff;

        assertThat(mirror.write(TestMirror.page("orders", TestMirror.NOW, RawJson.of(page)))
                        .counts())
                .isEqualTo(new PageCounts(2, 0, 0, 0, 0));
        assertThat(mirror.value("select ticket_name from orders where id = 'ODD'"))
                .isEqualTo("é\ufffdb");
    }

    @Test
    void what_was_replaced_is_flagged_again_when_it_comes_again_unchanged() {
        String odd = "{\"id\": \"ODD\", \"ticket_name\": \"\\u0000\"}";
        write(odd);

        assertThat(write(odd, good(1))).isEqualTo(new PageCounts(1, 0, 1, 0, 0));

        assertThat(mirror.value("select count(*) from parked_objects where resolved_at is null"))
                .isEqualTo("1");
    }

    @Test
    void an_id_that_jsonb_refuses_is_written_with_another_character() {
        assertThat(write(good(1), "{\"id\": \"A\\u0000\"}")).isEqualTo(new PageCounts(2, 0, 0, 0, 0));

        assertThat(mirror.value("select object_id from parked_objects")).isEqualTo("A\ufffd");
    }

    @Test
    void text_that_only_looks_like_such_a_character_stays_as_it_is() {
        write("{\"id\": \"O1\", \"ticket_name\": \"\\\\u0000 \\ud83d\\ude00\", \"total_money\": {\"amount\": 1.5}}");

        assertThat(mirror.value("select cleaned from parked_objects")).isEqualTo("false");
        assertThat(mirror.value("select count(*) from orders")).isEqualTo("0");
    }

    @Test
    void many_bad_objects_in_a_page_are_all_found() {
        String[] objects = new String[40];
        for (int i = 0; i < objects.length; i++) {
            objects[i] = i % 3 == 0 ? "{\"id\": \"BAD" + i + "\", \"updated_at\": \"soon\"}" : good(i);
        }

        assertThat(write(objects)).isEqualTo(new PageCounts(26, 0, 0, 0, 14));
        assertThat(mirror.value("select count(*) from parked_objects")).isEqualTo("14");
    }

    @Test
    void the_same_content_parks_once_and_counts_each_time() {
        String bad = "{\"id\": \"BAD\", \"updated_at\": \"soon\"}";

        assertThat(write(bad).parked()).isEqualTo(1);
        assertThat(write(bad, bad).parked()).isEqualTo(2);

        assertThat(mirror.value("select count(*) from parked_objects")).isEqualTo("1");
    }

    @Test
    void an_object_that_is_written_later_is_no_longer_open() {
        write("{\"id\": \"O1\", \"updated_at\": \"soon\"}", "{\"id\": \"O2\", \"updated_at\": \"soon\"}");

        write("{\"id\": \"O1\", \"updated_at\": \"2026-11-20T10:00:00Z\"}");

        assertThat(mirror.rows("select object_id from parked_objects where resolved_at is null"))
                .containsExactly("(O2)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"orders\": []}", "{\"orders\": null}", "{\"cursor\": \"c\"}"})
    void an_empty_page_counts_nothing_and_has_a_receipt(String body) {
        assertThat(mirror.write("orders", body)).isEqualTo(PageCounts.NONE);
        assertThat(mirror.value("select count(*) from page_receipts")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "null",
                "{\"orders\": [",
                "{\"orders\": {}}",
                "{\"orders\": 1}",
                "{\"errors\": []}",
                "{\"objects\": []}",
                "{\"orders\": []} x",
                "{\"orders\": [1 2]}"
            })
    void what_is_no_page_is_refused_for_good_and_leaves_no_receipt(String body) {
        assertThatThrownBy(() -> mirror.write("orders", body)).isInstanceOf(UnreadablePage.class);
        assertThat(mirror.value("select count(*) from page_receipts")).isEqualTo("0");
    }

    @Test
    void elements_that_are_no_objects_are_parked() {
        assertThat(write("1", "\"x\"", "null", "[2]", good(1))).isEqualTo(new PageCounts(1, 0, 0, 0, 4));
        assertThat(mirror.value("select string_agg(convert_from(body, 'UTF8'), ' ' order by id) from parked_objects"))
                .isEqualTo("1 \"x\" null [2]");
    }

    @Test
    void a_data_type_that_the_mirror_does_not_know_is_refused_for_good() {
        assertThatThrownBy(() -> mirror.write("payments", "{}"))
                .isInstanceOf(UnreadablePage.class)
                .hasMessageContaining("payments");
    }

    private static String good(int number) {
        return GOOD.formatted(number);
    }

    private static PageCounts write(String... orders) {
        return mirror.write("orders", "{\"orders\": [" + String.join(",", orders) + "]}");
    }
}
