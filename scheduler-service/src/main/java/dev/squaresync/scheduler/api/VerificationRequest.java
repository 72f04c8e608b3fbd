package dev.squaresync.scheduler.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to compare with Square.
 *
 * @param dataTypes left out: all
 * @param repair make what is found wrong what Square has; left out: false
 */
record VerificationRequest(
        @Nullable List<@Nullable String> dataTypes,
        @Nullable Boolean repair) {

    static final VerificationRequest ALL = new VerificationRequest(null, null);

    boolean isToRepair() {
        return Boolean.TRUE.equals(repair);
    }
}
