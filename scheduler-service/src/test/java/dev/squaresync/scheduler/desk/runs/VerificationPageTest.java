package dev.squaresync.scheduler.desk.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.message.StreamCompared;
import dev.squaresync.message.StreamVerified;
import dev.squaresync.scheduler.fixture.Desk;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.run.VerificationProgress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@SchedulerTest
class VerificationPageTest {

    private static final DataType ORDERS = DataType.of("orders");
    private static final Instant NOW = SettableClock.START;
    private static final LocalDate SATURDAY = LocalDate.parse("2026-11-21");
    private static final LocalDate SUNDAY = LocalDate.parse("2026-11-22");

    @Autowired
    private Environment environment;

    @Autowired
    private Runs runs;

    @Autowired
    private VerificationProgress verifications;

    private Desk desk;

    @BeforeEach
    void signIn() {
        desk = Desk.ofAdmin(environment);
    }

    @Test
    void a_comparison_is_shown_by_day_and_location_with_what_is_wrong_and_a_button_that_repairs() {
        read(runs.start(ORDERS));
        assertThat(desk.page("/").selectFirst("#card-orders").text()).contains("Compared with Square not yet");

        String address = desk.submit("/verifications", Map.of());
        UUID run = UUID.fromString(address.substring("/runs/".length()));
        assertThat(desk.page(address).selectFirst("#run-verification").text()).contains("orders being read");
        read(run);
        verifications.compared(new StreamCompared(run, ORDERS, 90, 1, List.of(), NOW));
        verifications.judged(new StreamVerified(
                run,
                ORDERS,
                1,
                0,
                List.of(new StreamVerified.Finding("O-<17>", "MISSING", "L2", SATURDAY)),
                List.of(
                        new StreamVerified.Day("L1", "Old Town", SUNDAY, 40, 0, 4_000, 4_000),
                        new StreamVerified.Day("L2", "Harbour", SATURDAY, 50, 1, 5_000, 4_900)),
                NOW));

        Document page = desk.page(address);
        assertThat(page.selectFirst("#run-verification").text())
                .contains("orders not as in Square", "O-<17> missing L2 Sat 21 Nov");
        assertThat(page.select("#run-verification details:last-of-type tr").eachText())
                .containsExactly("Day Harbour Old Town", "Sun 22 Nov 0 40", "Sat 21 Nov 50 1 wrong 0");
        assertThat(page.select("form[action=/runs/" + run + "/repeat]")).isEmpty();
        assertThat(desk.page("/").selectFirst("#card-orders").text())
                .contains("Compared with Square 1 not as in Square");

        assertThat(desk.page("/").select("#verdict a").eachAttr("href")).contains(address);

        assertThat(page.select("form[action=/verifications] button").text()).isEqualTo("Repair orders");
        String repair = desk.submit("/verifications", Map.of("dataType", "orders", "repair", "true"));
        assertThat(repair).startsWith("/runs/").isNotEqualTo(address);
        assertThat(desk.submit("/verifications", Map.of())).isEqualTo("/");
        assertThat(desk.page("/").selectFirst(".flash-refused:not([hidden])").text())
                .contains("Nothing was compared: orders is being compared with Square by run");
    }

    private void read(UUID runId) {
        Said orders = new Said(runId, ORDERS);
        runs.hear(orders.planned("p"));
        runs.hear(orders.onlyPage("p"));
    }
}
