package dev.squaresync.scheduler.api.problem;

import org.jspecify.annotations.Nullable;

/** Knows what some exceptions mean to whoever sent the request. Every bean of this type is asked. */
public interface ProblemSource {

    /** Null: this source does not know it. */
    @Nullable
    Problem of(Exception exception);
}
