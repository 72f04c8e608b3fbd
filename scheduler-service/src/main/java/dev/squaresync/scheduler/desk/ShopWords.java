package dev.squaresync.scheduler.desk;

import dev.squaresync.scheduler.schedule.ScheduleSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Times and numbers as the shop's people read them. In templates it is {@code shop}. */
@Component
public class ShopWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm:ss.SSS zzz", Locale.ENGLISH);
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z");

    private final ZoneId zone;
    private final Clock clock;

    ShopWords(ScheduleSettings settings, Clock clock) {
        this.zone = settings.zone();
        this.clock = clock;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The shop's date now. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Such as {@code 02:04 today}, {@code 02:04 yesterday}, {@code 02:04, Mon 16 Nov}. */
    public String time(Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        return TIME.format(time) + day(time.toLocalDate());
    }

    /** To the second, for what happens within one run: {@code 02:04:05}. */
    public String seconds(Instant instant) {
        return SECONDS.format(instant.atZone(zone));
    }

    /** The exact instant with its zone. */
    public String exact(Instant instant) {
        return EXACT.format(instant.atZone(zone)) + " (" + zone + ")";
    }

    /** A date such as {@code Mon 16 Nov}. */
    public String date(LocalDate date) {
        return DAY.format(date);
    }

    /** A sentence with the instants in it as {@link #time}. */
    public String text(@Nullable String sentence) {
        return sentence == null
                ? ""
                : INSTANT.matcher(sentence).replaceAll(found -> time(Instant.parse(withSeconds(found.group()))));
    }

    /** Such as {@code 30,391}. */
    public String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** A number and what is counted: {@code 1 page}, {@code 2 pages}. */
    public String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** Such as {@code 4.2 s}, {@code 1 min 12 s}, {@code 2 h 5 min}. */
    public String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.ENGLISH, "%.1f s", Math.max(0, duration.toMillis()) / 1000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    /** How long ago, or how far ahead: {@code just now}, {@code 3 minutes ago}, {@code in 2 hours}. */
    public String ago(Instant instant) {
        Duration age = Duration.between(instant, clock.instant());
        String length = length(age.abs());
        if (length.isEmpty()) {
            return "just now";
        }
        return age.isNegative() ? "in " + length : length + " ago";
    }

    private String length(Duration length) {
        if (length.toMinutes() < 1) {
            return "";
        }
        if (length.toHours() < 1) {
            return count(length.toMinutes(), "minute", "minutes");
        }
        if (length.toDays() < 2) {
            return count(length.toHours(), "hour", "hours");
        }
        return count(length.toDays(), "day", "days");
    }

    private String day(LocalDate date) {
        LocalDate today = today();
        if (date.equals(today)) {
            return " today";
        }
        if (date.equals(today.minusDays(1))) {
            return " yesterday";
        }
        if (date.equals(today.plusDays(1))) {
            return " tomorrow";
        }
        boolean near = Math.abs(ChronoUnit.DAYS.between(date, today)) < 180;
        return ", " + (near ? DAY : DAY_AND_YEAR).format(date);
    }

    private static String withSeconds(String instant) {
        return instant.length() == "2026-01-01T00:00Z".length() ? instant.replace("Z", ":00Z") : instant;
    }
}
