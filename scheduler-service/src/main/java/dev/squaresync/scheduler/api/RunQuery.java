package dev.squaresync.scheduler.api;

import org.jspecify.annotations.Nullable;

/**
 * Which runs are meant; a parameter that is left out: any.
 *
 * @param from those requested then or later: a date, which begins in the shop's time zone, or an instant
 * @param to those requested before then
 */
record RunQuery(
        @Nullable String state,
        @Nullable String kind,
        @Nullable String dataType,
        @Nullable String trigger,
        @Nullable String from,
        @Nullable String to) {}
