package dev.squaresync.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sums that are written down with an ended stream. */
@SchedulerTest
class TotalsTest {

    private static final DataType ORDERS = DataType.of("orders");

    @Autowired
    private Runs runs;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_stream_under_way_is_counted_and_a_completed_one_written_down() {
        UUID run = runs.start(ORDERS);
        Said orders = new Said(run, ORDERS);
        runs.hear(orders.planned("a", "b"));
        runs.hear(orders.onlyPage("a"));
        assertThat(writtenDown(run)).isNull();
        assertThat(runs.stream(run, ORDERS).pages()).isEqualTo(1);

        runs.hear(orders.parkedPage("b", 3));

        assertThat(writtenDown(run)).isEqualTo(2);
        assertThatSumsAreRight(run, 20, 3);
    }

    @Test
    void a_late_page_of_a_failed_stream_and_its_healing_are_counted() {
        UUID run = runs.start(ORDERS);
        Said orders = new Said(run, ORDERS);
        runs.hear(orders.planned("a", "b"));
        runs.hear(orders.givenUp("a"));
        runs.hear(orders.givenUp("b"));
        assertThatSumsAreRight(run, 0, 0);

        runs.hear(orders.onlyPage("a"));
        assertThatSumsAreRight(run, 10, 0);

        runs.hear(orders.parkedPage("b", 1));
        assertThat(runs.stream(run, ORDERS).state().name()).isEqualTo("COMPLETED");
        assertThatSumsAreRight(run, 20, 1);
    }

    @Test
    void late_pages_of_completed_and_cancelled_streams_are_counted() {
        UUID completed = runs.start(ORDERS);
        runs.hear(new Said(completed, ORDERS).planned("a"));
        runs.hear(new Said(completed, ORDERS).onlyPage("a"));
        runs.hear(new Said(completed, ORDERS).onlyPage("a"));
        assertThatSumsAreRight(completed, 20, 0);

        UUID cancelled = runs.start(ORDERS);
        runs.force(ORDERS);
        runs.hear(new Said(cancelled, ORDERS).onlyPage("a"));
        assertThatSumsAreRight(cancelled, 10, 0);
    }

    private void assertThatSumsAreRight(UUID run, int inserted, int parked) {
        assertThat(runs.stream(run, ORDERS).counts().inserted()).isEqualTo(inserted);
        assertThat(runs.stream(run, ORDERS).counts().parked()).isEqualTo(parked);
        assertThat(writtenDown(run))
                .isEqualTo(jdbc.sql("select count(*) from pages where run_id = :run")
                        .param("run", run)
                        .query(Integer.class)
                        .single());
    }

    private @Nullable Integer writtenDown(UUID run) {
        return jdbc.sql("select pages from streams where run_id = :run")
                .param("run", run)
                .query((row, number) -> row.getObject("pages", Integer.class))
                .list()
                .get(0);
    }
}
