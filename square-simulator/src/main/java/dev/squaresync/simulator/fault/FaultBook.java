package dev.squaresync.simulator.fault;

import dev.squaresync.simulator.wire.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults that wait, in the order in which they were given. A request meets at most one. */
public final class FaultBook {
    private final List<Waiting> waiting = new ArrayList<>();

    public synchronized void add(List<Fault> faults) {
        faults.forEach(fault -> waiting.add(new Waiting(fault)));
    }

    public synchronized void clear() {
        waiting.clear();
    }

    /** Those that have not struck as often as they should. */
    public synchronized List<Fault> left() {
        return waiting.stream().map(Waiting::left).toList();
    }

    /** The fault that the request meets, null if none. */
    public synchronized @Nullable Fault next(Resource resource, boolean hasCursor) {
        for (Waiting candidate : waiting) {
            if (candidate.fits(resource, hasCursor) && candidate.strikes()) {
                waiting.removeIf(Waiting::isSpent);
                return candidate.fault;
            }
        }
        return null;
    }

    private static final class Waiting {
        private final Fault fault;
        private int passed;
        private int struck;

        Waiting(Fault fault) {
            this.fault = fault;
        }

        boolean fits(Resource resource, boolean hasCursor) {
            return fault.resource().includes(resource)
                    && (hasCursor || !fault.kind().needsCursor());
        }

        boolean strikes() {
            if (passed < fault.after()) {
                passed++;
                return false;
            }
            struck++;
            return true;
        }

        boolean isSpent() {
            Integer times = fault.times();
            return times != null && struck >= times;
        }

        Fault left() {
            Integer times = fault.times();
            Integer timesLeft = times == null ? null : Integer.valueOf(times - struck);
            return new Fault(fault.kind(), fault.resource(), timesLeft, fault.after() - passed, fault.details());
        }
    }
}
