package dev.squaresync.direct.read;

import dev.squaresync.message.DataType;
import dev.squaresync.message.PageCounts;

/** Follows the reading, from several threads. */
public interface Listener {

    void taken(DataType dataType, PageCounts counts);

    void whole(DataType dataType);

    /** @param reason why the same is tried again, as a sentence */
    void waiting(String reason);
}
