package dev.squaresync.notifier.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as the shop's clock shows them. */
final class ShopTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);

    private final ZoneId zone;

    ShopTime(ZoneId zone) {
        this.zone = zone;
    }

    /** Such as {@code Sun 22 Nov 2026, 01:55}; seconds are cut, so that "complete up to" never says too much. */
    String at(Instant instant) {
        return FORMAT.format(instant.atZone(zone));
    }

    String window(@Nullable Instant from, Instant to) {
        return from == null ? "whole history up to " + at(to) : at(from) + " to " + at(to);
    }

    /** Such as {@code Europe/Berlin}. */
    String zone() {
        return zone.getId();
    }
}
