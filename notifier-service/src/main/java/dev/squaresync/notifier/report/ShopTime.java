package dev.squaresync.notifier.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as the shop's clock shows them. */
public final class ShopTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

    private final ZoneId zone;

    public ShopTime(ZoneId zone) {
        this.zone = zone;
    }

    /** Such as {@code Sun 22 Nov 2026, 01:55}; seconds are cut, so that "complete up to" never says too much. */
    public String at(Instant instant) {
        return FORMAT.format(instant.atZone(zone));
    }

    /** Text with instants in ISO 8601, as the shop's clock shows them. */
    public String inText(String text) {
        return INSTANT.matcher(text).replaceAll(match -> at(Instant.parse(match.group())));
    }

    String window(@Nullable Instant from, Instant to) {
        return from == null ? "whole history up to " + at(to) : at(from) + " to " + at(to);
    }

    /** Such as {@code Europe/Berlin}. */
    String zone() {
        return zone.getId();
    }
}
