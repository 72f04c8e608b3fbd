package dev.squaresync.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunKind;
import dev.squaresync.message.RunState;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.Schedules;
import dev.squaresync.scheduler.fixture.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SchedulerTest
@DisplayName("The nightly verification")
class NightlyVerificationTest {

    private static final DataType CATALOG = DataType.of("catalog");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    private Runs runs;

    @Autowired
    private VerificationStarter starter;

    @Autowired
    private Schedules schedules;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void is_started_once_a_night_when_no_run_is_active() {
        listed(runs.start(CATALOG));
        Instant due = clock.instant().plus(Duration.ofHours(1));
        starter.startNightly(clock.instant().minus(Duration.ofHours(1)), BERLIN);
        assertThat(nightly()).as("the mirror is younger").isZero();

        schedules.putOff();
        clock.advance(Duration.ofHours(2));
        UUID active = runs.start(CATALOG);
        starter.startNightly(due, BERLIN);
        assertThat(nightly()).as("a sync is active").isZero();

        listed(active);
        starter.startNightly(due, BERLIN);
        starter.startNightly(due, BERLIN);
        assertThat(nightly()).isEqualTo(1);
    }

    private void listed(UUID runId) {
        Said catalog = new Said(runId, CATALOG);
        runs.hear(catalog.planned("p"));
        runs.hear(catalog.onlyPage("p"));
        assertThat(runs.state(runId)).isEqualTo(RunState.COMPLETED);
    }

    private int nightly() {
        return jdbc.sql("select count(*) from sync_runs where kind = :kind and trigger = 'schedule'")
                .param("kind", RunKind.VERIFY.word())
                .query(Integer.class)
                .single();
    }
}
