package dev.squaresync.scheduler.run;

import java.util.List;
import java.util.stream.Collectors;

/** A data type is being synced already, and there is only one active stream a data type. */
public final class RunActive extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ActiveStream> streams;

    RunActive(List<ActiveStream> streams) {
        super(streams.stream()
                .map(stream -> stream.dataType() + " is being synced by run " + stream.runId() + " (" + stream.state()
                        + ", requested at " + stream.requestedAt() + ")")
                .collect(Collectors.joining("; ", "", ".")));
        this.streams = List.copyOf(streams);
    }

    /** What is in the way; never empty. */
    public List<ActiveStream> streams() {
        return streams;
    }
}
