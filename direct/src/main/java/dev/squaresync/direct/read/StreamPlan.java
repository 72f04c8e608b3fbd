package dev.squaresync.direct.read;

import dev.squaresync.fetcher.square.Window;
import dev.squaresync.message.DataType;
import dev.squaresync.message.Partition;
import java.util.List;

/** One data type, cut into partitions. */
public record StreamPlan(DataType dataType, Window window, List<Partition> partitions) {

    /** All of it, none of it read yet. */
    public List<Stretch> stretches() {
        return partitions.stream()
                .map(partition -> new Stretch(dataType, partition, Position.START))
                .toList();
    }
}
