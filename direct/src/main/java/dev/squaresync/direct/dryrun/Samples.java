package dev.squaresync.direct.dryrun;

import dev.squaresync.message.DataType;
import dev.squaresync.writer.mirror.MirrorShadow;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Some objects of each data type that a run would write. */
public final class Samples {

    private final MirrorShadow shadow;
    private final UUID runId;
    private final int most;

    /** @param most of each data type */
    public Samples(MirrorShadow shadow, UUID runId, int most) {
        this.shadow = shadow;
        this.runId = runId;
        this.most = most;
    }

    public List<Sample> of(Collection<DataType> dataTypes) {
        return dataTypes.stream()
                .flatMap(dataType ->
                        shadow.rehearsed(dataType, runId, most).stream().map(row -> Sample.of(dataType, row)))
                .toList();
    }
}
