package dev.squaresync.cli.output;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as the clock on the wall shows them. */
public final class LocalTime {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

    private final ZoneId zone;

    public LocalTime(ZoneId zone) {
        this.zone = zone;
    }

    /** Such as {@code Sun 22 Nov 2026 01:55}; a dash for null. */
    public String at(@Nullable Instant instant) {
        return instant == null ? "-" : FORMAT.format(instant.atZone(zone));
    }

    /** The scheduler's sentence with its UTC times told locally. */
    public String in(String sentence) {
        return INSTANT.matcher(sentence).replaceAll(this::local);
    }

    private String local(MatchResult match) {
        return at(Instant.parse(match.group()));
    }
}
