package dev.squaresync.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squaresync.message.ComparisonRequested;
import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import dev.squaresync.message.Partition;
import dev.squaresync.message.RunState;
import dev.squaresync.message.Slice;
import dev.squaresync.message.StreamCompared;
import dev.squaresync.message.StreamState;
import dev.squaresync.message.StreamVerified;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.message.VerdictRequested;
import dev.squaresync.scheduler.coverage.Watermarks;
import dev.squaresync.scheduler.fixture.Bus;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.status.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SchedulerTest
@DisplayName("A verification")
class VerificationTest {

    private static final DataType CATALOG = DataType.of("catalog");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");

    @Autowired
    private Runs runs;

    @Autowired
    private VerificationStarter starter;

    @Autowired
    private VerificationProgress progress;

    @Autowired
    private VerificationTable verifications;

    @Autowired
    private StalledStreams stalled;

    @Autowired
    private Watermarks watermarks;

    @Autowired
    private Status status;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Bus bus;

    private final List<Object> heard = new ArrayList<>();

    @Test
    void of_what_was_never_synced_is_refused() {
        assertThatThrownBy(this::verify).isInstanceOf(NothingToVerify.class).hasMessageContaining("sync --full first");
    }

    @Test
    void is_refused_while_a_sync_is_active() {
        synced();
        runs.start(CATALOG);

        assertThatThrownBy(this::verify).isInstanceOf(RunActive.class);
    }

    @Test
    void asks_the_fetcher_only_to_see_then_the_writer_to_compare_and_to_judge() {
        synced();
        UUID runId = verify();
        assertThat(asked(runId)).containsExactly("fetcher: VERIFY");

        seen(runId);
        assertThat(asked(runId)).hasSize(2).last().isEqualTo("writer: compare");

        progress.compared(suspects(runId, "look-up-1"));
        assertThat(runs.stream(runId, CATALOG).state()).isEqualTo(StreamState.RUNNING);
        assertThat(asked(runId)).hasSize(2);

        runs.hearOnly(new Said(runId, CATALOG).onlyPage("look-up-1"));
        assertThat(asked(runId)).hasSize(3).last().isEqualTo("writer: judge");

        progress.judged(verdict(runId, 0, 0));
        assertThat(runs.state(runId)).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void without_suspects_is_judged_at_once() {
        synced();
        UUID runId = verify();
        seen(runId);

        progress.compared(suspects(runId));

        assertThat(asked(runId)).last().isEqualTo("writer: judge");
    }

    @Test
    void whose_suspects_were_looked_up_before_they_were_told_goes_on() {
        synced();
        UUID runId = verify();
        seen(runId);
        runs.hearOnly(new Said(runId, CATALOG).onlyPage("look-up-1"));

        progress.compared(suspects(runId, "look-up-1"));

        assertThat(asked(runId)).last().isEqualTo("writer: judge");
    }

    @Test
    void asks_once_however_often_it_is_answered() {
        synced();
        UUID runId = verify();
        seen(runId);
        runs.hearOnly(new Said(runId, CATALOG).onlyPage("p"));
        progress.compared(suspects(runId));
        progress.compared(suspects(runId));
        progress.judged(verdict(runId, 0, 0));
        progress.judged(verdict(runId, 2, 0));

        assertThat(asked(runId)).filteredOn(key -> key.equals("writer: judge")).hasSize(1);
        assertThat(runs.state(runId)).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void that_finds_something_fails_and_says_how_to_put_it_right_until_a_later_one_finds_nothing() {
        synced();
        UUID runId = verify();
        judged(runId, verdict(runId, 2, 0));

        assertThat(runs.state(runId)).isEqualTo(RunState.FAILED);
        Failure failure = runs.stream(runId, CATALOG).failure();
        assertThat(failure).isNotNull();
        assertThat(failure.code()).isEqualTo("not-as-in-square");
        assertThat(failure.detail()).contains("2 of 40 objects of catalog", "verify --data-type catalog --repair");

        synced();
        assertThat(status.now().verdict()).contains("catalog: the mirror does not hold 2 objects", runId.toString());

        clock.advance(Duration.ofMinutes(1));
        UUID later = verify();
        judged(later, verdict(later, 0, 0));
        assertThat(status.now().verdict()).doesNotContain("the mirror does not hold");
    }

    @Test
    void that_repairs_what_it_finds_is_completed() {
        synced();
        UUID runId = verify();
        judged(runId, verdict(runId, 2, 2));

        assertThat(runs.state(runId)).isEqualTo(RunState.COMPLETED);
        assertThat(runs.stream(runId, CATALOG).counts().updated()).isEqualTo(2);
    }

    @Test
    void keeps_what_was_found_by_day_and_location() {
        synced();
        UUID runId = verify();
        StreamVerified.Finding finding = new StreamVerified.Finding("I1", "MISSING", "L1", DAY);
        StreamVerified.Day day = new StreamVerified.Day("L1", "Harbour", DAY, 40, 1, 5_000, 4_000);
        judged(runId, new StreamVerified(runId, CATALOG, 1, 0, List.of(finding), List.of(day), clock.instant()));

        assertThat(verifications.of(runId)).singleElement().satisfies(detail -> {
            assertThat(detail.findings()).containsExactly(finding);
            assertThat(detail.days()).containsExactly(day);
        });
    }

    @Test
    void proves_nothing_new_and_moves_no_watermark() {
        synced();
        Instant before = watermarks.find(CATALOG).orElseThrow().completeUpTo();
        clock.advance(Duration.ofHours(1));
        UUID runId = verify();
        judged(runId, verdict(runId, 0, 0));

        assertThat(watermarks.find(CATALOG).orElseThrow().completeUpTo()).isEqualTo(before);
    }

    @Test
    void that_has_stalled_is_driven_on_from_where_it_was() {
        synced();
        UUID runId = verify();
        seen(runId);
        progress.compared(suspects(runId, "look-up-1"));

        stalled.quiet(clock.instant()).forEach(stalled::driveAgain);
        assertThat(asked(runId)).last().isEqualTo("writer: compare");

        runs.hearOnly(new Said(runId, CATALOG).onlyPage("look-up-1"));
        stalled.quiet(clock.instant()).forEach(stalled::driveAgain);
        assertThat(asked(runId)).last().isEqualTo("writer: judge");
    }

    private UUID verify() {
        return starter.start(List.of(CATALOG), false, Trigger.REQUEST, "test", BERLIN);
    }

    private void synced() {
        listed(runs.start(CATALOG));
    }

    private void listed(UUID runId) {
        Said catalog = new Said(runId, CATALOG);
        runs.hear(catalog.planned("p"));
        runs.hear(catalog.onlyPage("p"));
        assertThat(runs.state(runId)).isEqualTo(RunState.COMPLETED);
    }

    private void seen(UUID runId) {
        Said catalog = new Said(runId, CATALOG);
        runs.hearOnly(catalog.planned("p"));
        runs.hearOnly(catalog.onlyPage("p"));
    }

    private void judged(UUID runId, StreamVerified verdict) {
        seen(runId);
        progress.compared(suspects(runId));
        progress.judged(verdict);
    }

    private StreamCompared suspects(UUID runId, String... lookUps) {
        List<Partition> partitions = List.of(lookUps).stream()
                .map(id -> new Partition(id, "1 looked up again", Slice.of(List.of())))
                .toList();
        return new StreamCompared(runId, CATALOG, 40, lookUps.length, partitions, clock.instant());
    }

    private StreamVerified verdict(UUID runId, int found, int repaired) {
        return new StreamVerified(runId, CATALOG, found, repaired, List.of(), List.of(), clock.instant());
    }

    /** What was asked for by the run, in order. */
    private List<String> asked(UUID runId) {
        heard.addAll(bus.hearAll());
        return heard.stream().flatMap(message -> asked(message, runId)).toList();
    }

    private static Stream<String> asked(Object message, UUID runId) {
        if (message instanceof SyncRequested request && request.runId().equals(runId)) {
            return Stream.of("fetcher: " + request.kind());
        }
        if (message instanceof ComparisonRequested request && request.runId().equals(runId)) {
            return Stream.of("writer: compare");
        }
        if (message instanceof VerdictRequested request && request.runId().equals(runId)) {
            return Stream.of("writer: judge");
        }
        return Stream.of();
    }
}
