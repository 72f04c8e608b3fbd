package dev.squaresync.scheduler.run;

import java.util.List;
import java.util.stream.Collectors;

/** A data type is being synced already, and there is only one active stream a data type. */
public final class RunActive extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ActiveStream> streams;

    private final boolean forceHelps;

    /** What is in the way of a sync, which can be forced. */
    RunActive(List<ActiveStream> streams) {
        this(streams, true);
    }

    private RunActive(List<ActiveStream> streams, boolean forceHelps) {
        super(streams.stream()
                .map(stream -> stream.dataType() + " is being " + done(stream) + " by run " + stream.runId() + " ("
                        + stream.state() + ", requested at " + stream.requestedAt() + ")")
                .collect(Collectors.joining("; ", "", ".")));
        this.streams = List.copyOf(streams);
        this.forceHelps = forceHelps;
    }

    /** What is in the way of a run that cannot be forced. */
    static RunActive toBeWaitedFor(List<ActiveStream> streams) {
        return new RunActive(streams, false);
    }

    /** Whether what was asked for can be forced, which cancels what is in the way. */
    public boolean forceHelps() {
        return forceHelps;
    }

    /** What is in the way; never empty. */
    public List<ActiveStream> streams() {
        return streams;
    }

    private static String done(ActiveStream stream) {
        return switch (stream.kind()) {
            case SYNC -> "synced";
            case VERIFY -> "compared with Square";
            case ROLLBACK -> "rolled back";
        };
    }
}
