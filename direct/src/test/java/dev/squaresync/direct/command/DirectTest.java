package dev.squaresync.direct.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.direct.command.Emergency.Said;
import dev.squaresync.invariants.Invariant;
import dev.squaresync.invariants.Invariants;
import dev.squaresync.invariants.Moment;
import dev.squaresync.invariants.Needs;
import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.simulator.fault.Fault;
import dev.squaresync.simulator.fault.FaultKind;
import dev.squaresync.simulator.seed.ShopSize;
import dev.squaresync.simulator.wire.Resource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectTest {

    private static final ShopSize SMALL = new ShopSize(3_000, 60, 12);

    private final Emergency emergency = new Emergency(SMALL).withTables(DatabaseRole.WRITER);

    @AfterEach
    void close() {
        emergency.close();
    }

    @Test
    void syncs_everything_with_square_and_the_database_alone() {
        Said said = emergency.run(
                "direct", "orders", "catalog", "categories", "locations", "inventory", "--full", "--json");

        assertThat(said.exitCode()).as(said.err() + said.out()).isZero();
        assertThat(emergency.count("orders")).isEqualTo(3_000);
        assertThat(emergency.count("locations")).isEqualTo(12);
        assertThat(emergency.count("catalog_items")).isPositive();
        assertThat(emergency.count("inventory_counts")).isPositive();
        assertThat(said.json().path("complete").asBoolean()).isTrue();
        assertThat(said.json().path("recorded").asBoolean()).isFalse();
    }

    @Test
    void says_that_the_history_does_not_have_it_where_there_is_no_scheduler() {
        Said said = emergency.run("direct", "locations");

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out()).contains("It is not in the scheduler's history");
    }

    @Test
    void enters_the_schedulers_history_with_what_it_has_proven() throws SQLException {
        emergency.withTables(DatabaseRole.SCHEDULER).withTables(DatabaseRole.NOTIFIER);

        Said said = emergency.run("direct", "orders", "locations", "--full", "--json");

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.json().path("recorded").asBoolean()).as(said.out()).isTrue();
        assertThat(emergency
                        .sql()
                        .sql("select state || ' ' || trigger from scheduler.sync_runs")
                        .query(String.class)
                        .list())
                .containsExactly("COMPLETED direct");
        assertThat(emergency
                        .sql()
                        .sql("select data_type from scheduler.watermarks where complete_from is null order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("locations", "orders");
        assertEverythingHolds();
    }

    @Test
    void the_end_of_its_window_is_as_distrusted_as_that_of_any_other_run() {
        emergency.withTables(DatabaseRole.SCHEDULER);

        emergency.run("direct", "orders", "--since", "2009-01-01T00:00:00Z");

        assertThat(emergency
                        .sql()
                        .sql("select covered_to = window_to - interval '5 minutes' from scheduler.coverage"
                                + " join scheduler.streams using (run_id, data_type)")
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
    }

    @Test
    void killed_it_goes_on_where_it_was() throws Exception {
        emergency.withTables(DatabaseRole.SCHEDULER).withTables(DatabaseRole.NOTIFIER);
        killAfterPages(20, "direct", "orders", "--full", "--json");
        long receipts = emergency.count("page_receipts");
        long before = emergency.requests();

        Said said = emergency.end(emergency.start("direct", "orders", "--full", "--json"));

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.err()).contains("Going on with run");
        assertThat(emergency.count("orders")).isEqualTo(3_000);
        assertThat(emergency.requests() - before)
                .as("requests the second time")
                .isPositive()
                .isEqualTo(said.json().at("/dataTypes/0/pages").asLong() - receipts);
        assertThat(emergency
                        .sql()
                        .sql("select partition_id, scan, number from square.page_receipts"
                                + " group by partition_id, scan, number having count(*) > 1")
                        .query()
                        .listOfRows())
                .as("pages that were read twice")
                .isEmpty();
        assertEverythingHolds();
    }

    @Test
    void an_expired_cursor_starts_its_part_anew() throws Exception {
        killAfterPages(20, "direct", "orders", "--full");
        emergency.square().expireCursors();

        Said said = emergency.end(emergency.start("direct", "orders", "--full"));

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(emergency.count("orders")).isEqualTo(3_000);
        assertThat(emergency
                        .sql()
                        .sql("select max(scan) from square.page_receipts")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private void killAfterPages(int pages, String... arguments) throws Exception {
        // So slow that it is in the middle also when the kill comes late.
        emergency.square().latency(Resource.ANY, Duration.ofMillis(500));
        Process process = emergency.start(arguments);
        await().atMost(Duration.ofMinutes(2)).until(() -> emergency.count("page_receipts") >= pages);
        process.destroyForcibly().waitFor();
        // Requests that were under way are counted when they are answered, and pages when they are committed.
        await().atMost(Duration.ofMinutes(1)).during(Duration.ofMillis(1_200)).until(this::isQuiet);
        emergency.square().latency(Resource.ANY, Duration.ZERO);
    }

    private boolean isQuiet() {
        return emergency
                .sql()
                .sql("select not exists (select from pg_stat_activity where application_name = 'square-sync direct')")
                .query(Boolean.class)
                .single();
    }

    @Test
    void the_same_run_is_not_made_by_two_processes_at_once() throws Exception {
        emergency.square().latency(Resource.ANY, Duration.ofSeconds(1));
        Process process = emergency.start("direct", "orders", "--full");
        await().atMost(Duration.ofMinutes(2)).until(() -> emergency.count("page_receipts") > 0);

        Said said = emergency.run("direct", "orders", "--full");

        process.destroyForcibly().waitFor();
        assertThat(said.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(said.err()).contains("is at work in another process");
    }

    @Test
    void a_wrong_token_is_a_sentence() throws IOException {
        emergency.tell("wrong");

        Said said = emergency.run("direct", "orders");

        assertThat(said.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(said.err()).contains("PostgreSQL at ").contains("SPRING_DATASOURCE_PASSWORD");
    }

    @Test
    void square_out_of_reach_is_a_sentence() {
        emergency.close();

        Said said = emergency.run("direct", "orders");

        assertThat(said.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(said.err()).contains("Square could not be reached").contains("Nothing was read.");
    }

    @Test
    void square_that_breaks_off_in_the_middle_leaves_something_to_go_on_with() throws Exception {
        emergency
                .square()
                .faults(Fault.of(FaultKind.UNAUTHORIZED, Resource.ORDERS).after(5));
        Said broken = emergency.run("direct", "orders", "locations", "--full");
        emergency.square().clearFaults();

        Said again = emergency.run("direct", "orders", "locations", "--full");

        assertThat(broken.exitCode()).as(broken.err()).isEqualTo(ExitCode.PARTIAL);
        assertThat(broken.err()).contains("orders is not complete: ");
        assertThat(broken.out()).contains("The same command goes on where it was");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(emergency.count("orders")).isEqualTo(3_000);
    }

    @Test
    void a_mistake_is_a_sentence() {
        assertThat(emergency.run("direct").err()).contains("Say what to sync");
        assertThat(emergency.run("direct", "orderz").err()).contains("There is no data type 'orderz'");
        assertThat(emergency
                        .run("direct", "catalog", "--until", "2026-01-01T00:00:00Z")
                        .err())
                .contains("--until is for orders only");
        assertThat(emergency.run("direct", "orders", "--since", "yesterday").err())
                .contains("give a date");
        assertThat(emergency.run("direct", "orders", "--since", "yesterday").exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    private void assertEverythingHolds() throws SQLException {
        try (Connection connection = emergency.source().getConnection()) {
            for (Invariant invariant : Invariants.all()) {
                if (invariant.needs() == Needs.NOTHING) {
                    assertThat(invariant.violations(connection, Moment.AT_REST))
                            .as(invariant.name())
                            .isEmpty();
                }
            }
        }
    }
}
