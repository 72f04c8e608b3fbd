package dev.squaresync.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import dev.squaresync.message.RunState;
import dev.squaresync.message.StreamState;
import dev.squaresync.message.StreamSwept;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SchedulerTest
@DisplayName("A full listing")
class SweepTest {

    private static final DataType CATALOG = DataType.of("catalog");

    @Autowired
    private Runs runs;

    @Autowired
    private SweepProgress sweeps;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void that_is_the_first_has_nothing_to_sweep() {
        UUID runId = runs.start(CATALOG);
        listed(runId);

        assertThat(runs.state(runId)).isEqualTo(RunState.COMPLETED);
        assertThat(asked()).isZero();
    }

    @Test
    void ends_when_the_writer_has_looked_for_what_it_did_not_show() {
        first();
        UUID runId = runs.start(CATALOG);
        listed(runId);
        assertThat(runs.stream(runId, CATALOG).state()).isEqualTo(StreamState.RUNNING);
        assertThat(asked()).isEqualTo(1);

        sweeps.swept(new StreamSwept(runId, CATALOG, 3, 0, 40, SettableClock.START));

        assertThat(runs.state(runId)).isEqualTo(RunState.COMPLETED);
        assertThat(runs.stream(runId, CATALOG).counts().deleted()).isEqualTo(3);
    }

    @Test
    void asks_once_however_many_pages_come_again() {
        first();
        UUID runId = runs.start(CATALOG);
        listed(runId);
        runs.hearOnly(new Said(runId, CATALOG).onlyPage("p"));

        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void that_misses_too_much_fails_and_names_the_way_on() {
        first();
        UUID runId = runs.start(CATALOG);
        listed(runId);

        sweeps.swept(new StreamSwept(runId, CATALOG, 0, 30, 40, SettableClock.START));

        assertThat(runs.state(runId)).isEqualTo(RunState.FAILED);
        Failure failure = runs.stream(runId, CATALOG).failure();
        assertThat(failure).isNotNull();
        assertThat(failure.code()).isEqualTo("mass-deletion");
        assertThat(failure.detail()).contains("30 of 40 objects of catalog", "--data-type catalog --full --force");
    }

    @Test
    void of_nothing_is_believed_when_it_is_forced() {
        first();
        UUID runId = runs.force(CATALOG);
        Said catalog = new Said(runId, CATALOG);
        runs.hearOnly(catalog.planned("p"));
        runs.hearOnly(catalog.emptyPage("p"));
        assertThat(asked()).isEqualTo(1);

        sweeps.swept(new StreamSwept(runId, CATALOG, 40, 0, 40, SettableClock.START));

        assertThat(runs.state(runId)).isEqualTo(RunState.COMPLETED);
    }

    private void first() {
        UUID runId = runs.start(CATALOG);
        listed(runId);
        assertThat(runs.state(runId)).isEqualTo(RunState.COMPLETED);
    }

    private void listed(UUID runId) {
        Said catalog = new Said(runId, CATALOG);
        runs.hearOnly(catalog.planned("p"));
        runs.hearOnly(catalog.onlyPage("p"));
    }

    private int asked() {
        return jdbc.sql("select count(*) from sweeps").query(Integer.class).single();
    }
}
