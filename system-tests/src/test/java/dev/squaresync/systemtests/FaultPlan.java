package dev.squaresync.systemtests;

import dev.squaresync.systemtests.FaultRound.PlannedFault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * What a seed means: an endless row of rounds. The same seed gives the same rounds; when exactly a fault strikes the running
 * processes is up to the machine.
 */
final class FaultPlan {

    private static final int LEAST_GAP_MILLIS = 200;
    private static final int SPREAD_MILLIS = 3_600;
    private static final int LEAST_AMOUNT = 2;
    private static final int AMOUNTS = 6;
    private static final int MOST_CHANGES = 200;
    private static final int ROUNDS_TO_A_REPAIR = 4;

    private final Random random;
    private final int faultsInARound;
    private final Deque<FaultKind> deck = new ArrayDeque<>();
    private int rounds;

    FaultPlan(long seed, int faultsInARound) {
        this.random = new Random(seed);
        this.faultsInARound = faultsInARound;
    }

    FaultRound next() {
        boolean emptied = rounds == 0 || random.nextInt(4) == 0;
        boolean full = emptied || random.nextInt(6) > 0;
        RoundWork work = full ? RoundWork.FULL : RoundWork.INCREMENTAL;
        if (rounds % ROUNDS_TO_A_REPAIR == 1) {
            work = RoundWork.REPAIR;
            emptied = false;
        }
        rounds++;
        int changes = random.nextInt(MOST_CHANGES);
        List<PlannedFault> faults = new ArrayList<>();
        for (int number = 0; number < faultsInARound; number++) {
            int gap = LEAST_GAP_MILLIS + random.nextInt(SPREAD_MILLIS);
            faults.add(new PlannedFault(gap, draw(), LEAST_AMOUNT + random.nextInt(AMOUNTS)));
        }
        return new FaultRound(work, emptied, changes, faults);
    }

    /** From a deck that has every kind as often as its weight, so that each comes before any comes too often. */
    private FaultKind draw() {
        if (deck.isEmpty()) {
            List<FaultKind> cards = new ArrayList<>();
            FaultCatalogue.all().forEach(kind -> cards.addAll(Collections.nCopies(kind.weight(), kind)));
            Collections.shuffle(cards, random);
            deck.addAll(cards);
        }
        return deck.pop();
    }
}
