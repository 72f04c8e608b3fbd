package dev.squaresync.direct.read;

import dev.squaresync.fetcher.square.Window;
import dev.squaresync.message.DataType;
import dev.squaresync.message.PageCounts;

/**
 * How far one data type is.
 *
 * @param whole how many partitions were read to their end
 */
public record StreamFigures(DataType dataType, Window window, int partitions, int whole, int pages, PageCounts counts) {

    public boolean isComplete() {
        return whole == partitions;
    }
}
