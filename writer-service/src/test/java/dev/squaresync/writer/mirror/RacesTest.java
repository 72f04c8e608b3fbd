package dev.squaresync.writer.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.squaresync.message.PageCounts;
import dev.squaresync.message.PageFetched;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Transactions that get in each other's way")
class RacesTest {

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
    void a_page_delivered_twice_changes_nothing_and_has_the_same_receipt() {
        PageFetched page = page(1, "O1", "O2");

        PageReceipt receipt = mirror.write(page);
        mirror.execute("delete from orders");

        assertThat(mirror.write(page)).isEqualTo(receipt);
        assertThat(mirror.value("select count(*) from orders")).isEqualTo("0");
    }

    @Test
    void a_page_delivered_several_times_at_once_is_written_once() {
        PageFetched page = page(1, "O1", "O2");

        List<CompletableFuture<PageReceipt>> deliveries = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> mirror.write(page)))
                .toList();

        Set<PageReceipt> receipts =
                deliveries.stream().map(CompletableFuture::join).collect(Collectors.toSet());
        assertThat(receipts).hasSize(1);
        assertThat(receipts.iterator().next().counts()).isEqualTo(new PageCounts(2, 0, 0, 0, 0));
    }

    @Test
    void the_loser_of_a_deadlock_writes_its_page_again() throws SQLException {
        mirror.write(page(1, "O1", "O2"));

        try (Connection other = mirror.superuser();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            // So that it is the mirror that notices, and loses.
            statement.execute("set deadlock_timeout = '1min'");
            statement.execute("select from square.orders where id = 'O2' for update");
            CompletableFuture<PageReceipt> receipt =
                    CompletableFuture.supplyAsync(() -> mirror.write(page(2, "O1", "O2")));
            await().until(() -> Integer.parseInt(
                            mirror.value("select count(*) from pg_stat_activity where datname = current_database()"
                                    + " and usename = current_user and wait_event_type = 'Lock'"))
                    > 0);
            statement.execute("select from square.orders where id = 'O1' for update");
            other.rollback();

            assertThat(receipt.join().counts()).isEqualTo(new PageCounts(0, 2, 0, 0, 0));
        }
        await().until(() ->
                !"0".equals(mirror.value("select deadlocks from pg_stat_database where datname = current_database()")));
    }

    @Test
    void a_row_that_stays_locked_ends_in_a_sentence_and_leaves_nothing_behind() throws SQLException {
        mirror.write(page(1, "O2"));

        try (Connection other = mirror.superuser();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from square.orders for update");

            assertThatThrownBy(() -> mirror.write(page(2, "O1", "O2")))
                    .isInstanceOf(PageNotWritten.class)
                    .hasMessage("PostgreSQL did not take the page: canceling statement due to lock timeout (55P03)");
        }
        assertThat(mirror.value("select string_agg(id, ' ') from orders")).isEqualTo("O2");
        assertThat(mirror.value("select count(*) from page_receipts")).isEqualTo("1");
    }

    @Test
    void a_statement_that_takes_too_long_ends_in_a_sentence_and_leaves_nothing_behind() {
        try (TestMirror slow = new TestMirror(new MirrorSettings(Duration.ofMillis(500), Duration.ofSeconds(3)))) {
            slow.execute("create function dawdle() returns trigger language plpgsql as"
                    + " 'begin perform pg_sleep(60); return null; end'");
            slow.execute("create trigger dawdle before insert on orders execute function dawdle()");

            assertThatThrownBy(() -> slow.write(page(1, "O1")))
                    .isInstanceOf(PageNotWritten.class)
                    .hasMessage(
                            "PostgreSQL did not take the page: canceling statement due to statement timeout (57014)");

            assertThat(slow.value("select count(*) from page_receipts")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"55P03", "57014", "40P01", "40001", "42501"})
    void what_only_this_page_suffered_is_no_outage(String sqlState) {
        assertThat(outageSeenIn(sqlState)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53100", "53200", "53300", "57P01", "57P03", "25006", "58030"})
    void what_any_page_would_suffer_is_an_outage(String sqlState) {
        assertThat(outageSeenIn(sqlState)).isTrue();
    }

    /** Of what the mirror throws if PostgreSQL refuses with this state. */
    private static boolean outageSeenIn(String sqlState) {
        mirror.execute("create or replace function refuse() returns trigger language plpgsql as"
                + " 'begin raise ''no'' using errcode = ''" + sqlState + "''; end'");
        mirror.execute("create or replace trigger refuse before insert on orders execute function refuse()");
        try {
            Throwable failure = catchThrowable(() -> mirror.write(page(1, "O1")));
            assertThat(failure).isInstanceOf(PageNotWritten.class).hasMessageEndingWith("(" + sqlState + ")");
            return mirror.postgresql().explains(failure);
        } finally {
            mirror.execute("drop function refuse cascade");
        }
    }

    private static PageFetched page(int version, String... ids) {
        String orders = List.of(ids).stream()
                .map(id -> "{\"id\": \"%s\", \"version\": %d}".formatted(id, version))
                .collect(Collectors.joining(","));
        return TestMirror.page("orders", TestMirror.NOW, "{\"orders\": [" + orders + "]}");
    }
}
