package dev.squaresync.systemtests;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One round of a campaign.
 *
 * @param work what is asked for
 * @param emptied whether the mirror is emptied before, so that everything has to come anew
 * @param changes orders that change in the shop before the run
 * @param faults one after the other
 */
record FaultRound(RoundWork work, boolean emptied, int changes, List<PlannedFault> faults) {

    /** What Square takes for an answer, so that a run lasts long enough to go wrong. */
    static final int LATENCY_MILLIS = 250;

    /**
     * @param gapMillis since the fault before
     * @param amount seconds or times, as the kind takes it
     */
    record PlannedFault(int gapMillis, FaultKind kind, int amount) {

        @Override
        public String toString() {
            return "+" + gapMillis + " ms " + kind.word() + " (" + amount + ")";
        }
    }

    /** Whether a change may have come after its page was read. */
    boolean changesTheShop() {
        return faults.stream().anyMatch(fault -> fault.kind().word().startsWith("the shop changes"));
    }

    @Override
    public String toString() {
        return work + (emptied ? " into an empty mirror" : "") + ", " + changes + " changes: "
                + faults.stream().map(PlannedFault::toString).collect(Collectors.joining(", "));
    }
}
