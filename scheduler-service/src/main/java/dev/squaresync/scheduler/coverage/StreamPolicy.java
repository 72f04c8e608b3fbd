package dev.squaresync.scheduler.coverage;

import dev.squaresync.message.DataType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much of a data type is read when nobody asks for more.
 *
 * @param lookback the least that an incremental stream goes back; null only if the mode is FULL
 */
public record StreamPolicy(
        DataType dataType, Mode mode, @Nullable Duration lookback) {

    public StreamPolicy {
        if (mode == Mode.INCREMENTAL && lookback == null) {
            throw new IllegalArgumentException(dataType + " is incremental and has no lookback.");
        }
    }
}
