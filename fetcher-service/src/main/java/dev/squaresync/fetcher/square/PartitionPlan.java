package dev.squaresync.fetcher.square;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Partition;
import dev.squaresync.message.Slice;
import java.util.ArrayList;
import java.util.List;

/** Collects the partitions of one stream. */
public final class PartitionPlan {

    private static final int ID_LENGTH = 12;

    private final DataType dataType;
    private final List<Partition> partitions = new ArrayList<>();

    public PartitionPlan(DataType dataType) {
        this.dataType = dataType;
    }

    /** Adds a partition, whose id follows from what it reads: the same slice always gets the same id. */
    public PartitionPlan add(String label, Slice slice) {
        String content = String.join(
                "|",
                dataType.name(),
                String.join(",", slice.locationIds()),
                String.join(",", slice.objectTypes()),
                String.valueOf(slice.from()),
                String.valueOf(slice.to()));
        partitions.add(new Partition(Fingerprint.of(content, ID_LENGTH), label, slice));
        return this;
    }

    public List<Partition> partitions() {
        return List.copyOf(partitions);
    }
}
