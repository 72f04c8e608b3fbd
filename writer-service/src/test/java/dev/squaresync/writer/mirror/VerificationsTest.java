package dev.squaresync.writer.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.ComparisonRequested;
import dev.squaresync.message.DataType;
import dev.squaresync.message.PageFetched;
import dev.squaresync.message.PageId;
import dev.squaresync.message.PageLink;
import dev.squaresync.message.ProofScope;
import dev.squaresync.message.Purpose;
import dev.squaresync.message.RawJson;
import dev.squaresync.message.StreamCompared;
import dev.squaresync.message.StreamVerified;
import dev.squaresync.message.VerdictRequested;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Orders here have no version, so that each of them is looked up. */
@DisplayName("A verification of the mirror")
class VerificationsTest {

    private static final DataType ORDERS = DataType.of("orders");
    private static final Instant SYNCED = TestMirror.NOW.minus(Duration.ofHours(2));
    private static final ProofScope SCOPE =
            new ProofScope(null, TestMirror.NOW.minus(Duration.ofHours(1)), TestMirror.NOW, ZoneId.of("Europe/Berlin"));

    private static TestMirror mirror;

    private final UUID run = UUID.randomUUID();

    @BeforeAll
    static void open() {
        mirror = new TestMirror();
    }

    @AfterAll
    static void close() {
        mirror.close();
    }

    @BeforeEach
    void two_orders() {
        mirror.empty();
        mirror.write("orders", SYNCED, "{\"orders\": [" + order("A", 100) + "," + order("B", 200) + "]}");
    }

    @Test
    void finds_nothing_where_square_shows_what_the_mirror_holds() {
        see("A", "B");

        assertThat(compare().suspects()).isEqualTo(2);
        show(order("A", 100), order("B", 200));

        assertThat(judge(false).found()).isZero();
    }

    @Test
    void calls_missing_surplus_and_stale_what_is_and_repairs_exactly_that() {
        see("A", "C");
        compare();
        show(order("A", 101), order("C", 300));

        StreamVerified verified = judge(true);

        assertThat(verified.findings())
                .extracting(finding -> finding.kind() + " " + finding.objectId())
                .containsExactlyInAnyOrder("STALE A", "SURPLUS B", "MISSING C");
        assertThat(verified.repaired()).isEqualTo(3);
        assertThat(mirror.rows("select id, total_money, deleted_at is null as here from orders order by id"))
                .containsExactly("(A,101,t)", "(B,200,f)", "(C,300,t)");
    }

    @Test
    void does_not_take_for_deleted_what_square_has_listed_and_then_does_not_show() {
        see("A", "B");
        compare();
        show(order("A", 100));

        StreamVerified verified = judge(true);

        assertThat(verified.findings())
                .extracting(finding -> finding.kind() + " " + finding.objectId())
                .containsExactly("UNKNOWN B");
        assertThat(verified.repaired()).isZero();
        assertThat(mirror.value("select count(*) from orders where deleted_at is null"))
                .isEqualTo("2");
    }

    @Test
    void answers_the_same_however_often_it_is_asked() {
        see("A");
        see("A");
        StreamCompared compared = compare();
        show(order("A", 100));

        assertThat(compare().lookUps()).isEqualTo(compared.lookUps());
        StreamVerified verified = judge(true);
        assertThat(judge(true)).isEqualTo(verified);
        assertThat(mirror.value("select count(*) from findings")).isEqualTo("1");
    }

    private void see(String... ids) {
        StringBuilder entries = new StringBuilder();
        for (String id : ids) {
            entries.append(entries.isEmpty() ? "" : ",")
                    .append("{\"order_id\": \"" + id + "\", \"location_id\": \"L1\"}");
        }
        keep(Purpose.SIGHT, "partition", "{\"order_entries\": [" + entries + "]}");
    }

    private void show(String... orders) {
        keep(Purpose.LOOK_UP, "look-up-1", "{\"orders\": [" + String.join(",", orders) + "]}");
    }

    private void keep(Purpose purpose, String partition, String body) {
        mirror.verifications()
                .keep(new PageFetched(
                        UUID.randomUUID(),
                        new PageId(run, ORDERS, partition, 1, 1),
                        purpose,
                        new PageLink(PageLink.START, null),
                        TestMirror.NOW,
                        RawJson.of(body)));
    }

    private StreamCompared compare() {
        return mirror.verifications().compare(new ComparisonRequested(run, ORDERS, SCOPE));
    }

    private StreamVerified judge(boolean repair) {
        return mirror.verifications().judge(new VerdictRequested(run, ORDERS, SCOPE, repair));
    }

    private static String order(String id, int total) {
        return """
                {"id": "%s", "location_id": "L1", "state": "COMPLETED", "created_at": "2026-11-20T10:00:00Z",
                 "updated_at": "2026-11-20T10:00:00Z", "closed_at": "2026-11-20T10:00:00Z",
                 "total_money": {"amount": %d, "currency": "EUR"}}""".formatted(id, total);
    }
}
