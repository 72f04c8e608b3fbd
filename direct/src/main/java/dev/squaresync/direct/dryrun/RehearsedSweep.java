package dev.squaresync.direct.dryrun;

import dev.squaresync.direct.read.StreamFigures;
import dev.squaresync.message.PageCounts;
import dev.squaresync.message.StreamSwept;
import dev.squaresync.message.SweepRequested;
import dev.squaresync.writer.mirror.MirrorShadow;
import dev.squaresync.writer.mirror.Sweeps;
import java.util.UUID;
import java.util.function.Consumer;

/** Adds what a sync would mark as deleted, because a whole listing did not show it. */
public final class RehearsedSweep {

    private final MirrorShadow shadow;
    private final Sweeps sweeps;
    private final int largestPercentage;
    private final boolean force;
    private final Consumer<String> warning;

    /**
     * @param largestPercentage as the writer has it
     * @param warning is told if a sync would find too much missing
     */
    public RehearsedSweep(
            MirrorShadow shadow, Sweeps sweeps, int largestPercentage, boolean force, Consumer<String> warning) {
        this.shadow = shadow;
        this.sweeps = sweeps;
        this.largestPercentage = largestPercentage;
        this.force = force;
        this.warning = warning;
    }

    public StreamFigures after(UUID runId, StreamFigures stream) {
        if (!stream.isComplete() || stream.window().from() != null) {
            return stream;
        }
        shadow.copyAll(stream.dataType());
        StreamSwept swept = sweeps.sweep(
                new SweepRequested(runId, stream.dataType(), stream.window().to(), force), largestPercentage);
        if (swept.missing() > 0) {
            warning.accept(stream.dataType() + ": Square does not show " + swept.missing() + " of " + swept.held()
                    + " objects. A sync would mark none of them as deleted, and end as PARTIAL; with --force it would mark"
                    + " them all.");
        }
        return new StreamFigures(
                stream.dataType(),
                stream.window(),
                stream.partitions(),
                stream.whole(),
                stream.pages(),
                stream.counts().plus(new PageCounts(0, 0, 0, swept.deleted(), 0)));
    }
}
