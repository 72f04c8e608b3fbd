package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.localstack.process.Waiting;
import dev.squaresync.systemtests.CampaignReport.Count;
import dev.squaresync.systemtests.FaultRound.PlannedFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Rounds of runs in which everything goes wrong. After each, when the faults have stopped: every run has ended, what failed heals,
 * the queues drain, the mirror equals the shop and no invariant is contradicted.
 */
final class Campaign {

    private static final long LONGEST_STRIKE_MINUTES = 5;
    private static final int CALM_RUNS = 3;

    private final FaultStack stack;
    private final CampaignReport report;
    private final PatientRuns runs;
    private final ExecutorService strikes = Executors.newCachedThreadPool();
    private final Map<String, Future<?>> underWay = new HashMap<>();
    private final List<Future<?>> struck = new ArrayList<>();

    Campaign(FaultStack stack, CampaignReport report) {
        this.stack = stack;
        this.report = report;
        this.runs = new PatientRuns(stack.scheduler());
    }

    void play(FaultRound round) {
        if (round.emptied()) {
            stack.mirror().forget();
        }
        if (round.work() == RoundWork.REPAIR) {
            stack.mirror().damageByHand();
        }
        stack.shop().behave();
        stack.shop().latency(FaultRound.LATENCY_MILLIS);
        stack.shop().change("\"orders\": " + round.changes() + ", \"seed\": " + round.changes());
        List<String> requested = new ArrayList<>(List.of(request(round.work())));
        for (PlannedFault fault : round.faults()) {
            Waiting.pause(Duration.ofMillis(fault.gapMillis()));
            if (runs.hasEnded(requested.get(requested.size() - 1))) {
                requested.add(request(round.work()));
            }
            strike(fault);
        }
        awaitStrikes();
        calm();
        heal(round.work(), requested);
        if (round.work() == RoundWork.REPAIR || round.changesTheShop()) {
            completeCalmly(RoundWork.INCREMENTAL);
        }
        new AtRest(stack).check();
        report.add(Count.ROUNDS, 1);
        report.set(Count.RECORDS, stack.mirror().recordsSynced());
    }

    private String request(RoundWork work) {
        report.add(Count.RUNS, 1);
        return runs.request(work);
    }

    private void strike(PlannedFault fault) {
        String target = fault.kind().target();
        if (!target.equals(FaultKind.SQUARE)) {
            await(underWay.get(target));
        }
        Future<?> future = strikes.submit(() -> {
            fault.kind().strike().strike(stack, fault.amount());
            report.struck(fault.kind());
        });
        underWay.put(target, future);
        struck.add(future);
    }

    private void awaitStrikes() {
        struck.forEach(Campaign::await);
        struck.clear();
        underWay.clear();
    }

    private static void await(Future<?> strike) {
        if (strike == null) {
            return;
        }
        try {
            strike.get(LONGEST_STRIKE_MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            throw new AssertionError("A fault did not end well: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("A fault did not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private void calm() {
        stack.shop().faultsLeft().forEach(kind -> report.missed("Square: " + kind.replace('-', ' ')));
        stack.shop().behave();
        stack.repair();
    }

    /** The last run must be COMPLETED in the end, by itself, by replaying what was given up, or by the next run. */
    private void heal(RoundWork work, List<String> requested) {
        String last = requested.get(requested.size() - 1);
        List<String> failed = new ArrayList<>();
        for (String id : requested) {
            if (!awaitEnd(id).equals("COMPLETED")) {
                failed.add(id);
            }
        }
        boolean lastHealed = !failed.contains(last);
        for (String id : failed) {
            if (runs.healByReplay(id)) {
                report.add(Count.HEALED_BY_REPLAY, 1);
                lastHealed |= id.equals(last);
            } else {
                report.add(Count.HEALED_BY_NEXT_RUN, 1);
            }
        }
        if (!lastHealed) {
            completeCalmly(work.calmly());
        }
    }

    private void completeCalmly(RoundWork work) {
        for (int attempt = 0; attempt < CALM_RUNS; attempt++) {
            if (awaitEnd(request(work)).equals("COMPLETED")) {
                return;
            }
            report.add(Count.HEALED_BY_NEXT_RUN, 1);
        }
        assertThat(true)
                .as("one of " + CALM_RUNS + " runs without faults completes")
                .isFalse();
    }

    private String awaitEnd(String id) {
        try {
            return runs.awaitEnd(id);
        } catch (AssertionError hung) {
            report.add(Count.HUNG, 1);
            throw hung;
        }
    }
}
