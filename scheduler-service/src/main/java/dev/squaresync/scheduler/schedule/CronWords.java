package dev.squaresync.scheduler.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A cron expression as a person would say it; what cannot be said simply is said by the expression itself. */
public final class CronWords {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,2}(,\\d{1,2})*");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,2})-(\\d{1,2})");
    private static final Pattern STEP = Pattern.compile("(?:\\*|0)/(\\d{1,2})");

    private static final Set<String> ANY = Set.of("*", "?");
    private static final Set<String> WORKING_DAYS = Set.of("MON-FRI", "1-5", "MON,TUE,WED,THU,FRI", "1,2,3,4,5");
    private static final Set<String> WEEKEND = Set.of("SAT,SUN", "SUN,SAT", "SAT-SUN", "6,7", "6-7", "0,6", "6,0");
    private static final Map<String, String> DAYS = Map.ofEntries(
            Map.entry("MON", "Mondays"),
            Map.entry("1", "Mondays"),
            Map.entry("TUE", "Tuesdays"),
            Map.entry("2", "Tuesdays"),
            Map.entry("WED", "Wednesdays"),
            Map.entry("3", "Wednesdays"),
            Map.entry("THU", "Thursdays"),
            Map.entry("4", "Thursdays"),
            Map.entry("FRI", "Fridays"),
            Map.entry("5", "Fridays"),
            Map.entry("SAT", "Saturdays"),
            Map.entry("6", "Saturdays"),
            Map.entry("SUN", "Sundays"),
            Map.entry("0", "Sundays"),
            Map.entry("7", "Sundays"));
    private static final Map<String, String> MACROS = Map.of(
            "@hourly", "every hour",
            "@daily", "every day at 00:00",
            "@midnight", "every day at 00:00",
            "@weekly", "Sundays at 00:00",
            "@monthly", "on day 1 of every month at 00:00",
            "@yearly", "on 1 January at 00:00",
            "@annually", "on 1 January at 00:00");

    private CronWords() {}

    /** Such as {@code every day at 02:00}, {@code weekdays at 06:30}, {@code every 15 minutes}. Expects a readable expression. */
    public static String of(String cron) {
        String macro = MACROS.get(cron.strip().toLowerCase(Locale.ROOT));
        if (macro != null) {
            return macro;
        }
        String[] fields = cron.strip().toUpperCase(Locale.ROOT).split("\\s+");
        if (fields.length != 6 || !isZero(fields[0]) || !ANY.contains(fields[4])) {
            return cron;
        }
        String days = days(fields[3], fields[5]);
        String often = often(fields[1], fields[2]);
        if (days != null && often != null) {
            return days.equals("every day") ? often : days + ", " + often;
        }
        String times = times(fields[1], fields[2]);
        return days == null || times == null ? cron : days + " at " + times;
    }

    private static @Nullable String days(String dayOfMonth, String dayOfWeek) {
        if (!ANY.contains(dayOfMonth)) {
            return ANY.contains(dayOfWeek) ? daysOfMonth(dayOfMonth) : null;
        }
        if (ANY.contains(dayOfWeek)) {
            return "every day";
        }
        if (WORKING_DAYS.contains(dayOfWeek)) {
            return "weekdays";
        }
        return WEEKEND.contains(dayOfWeek) ? "weekends" : named(dayOfWeek);
    }

    private static @Nullable String daysOfMonth(String dayOfMonth) {
        if (dayOfMonth.equals("L")) {
            return "on the last day of every month";
        }
        if (NUMBER.matcher(dayOfMonth).matches()) {
            return "on day " + Integer.parseInt(dayOfMonth) + " of every month";
        }
        return NUMBERS.matcher(dayOfMonth).matches()
                ? "on days " + list(dayOfMonth, UnaryOperator.identity()) + " of every month"
                : null;
    }

    private static @Nullable String named(String daysOfWeek) {
        String[] names = daysOfWeek.split(",", -1);
        return DAYS.keySet().containsAll(List.of(names)) ? list(daysOfWeek, day -> DAYS.getOrDefault(day, day)) : null;
    }

    /** More often than at a few times of a day; null: it is not. */
    private static @Nullable String often(String minute, String hour) {
        Matcher minutes = STEP.matcher(minute);
        if (ANY.contains(hour)) {
            if (ANY.contains(minute)) {
                return "every minute";
            }
            if (minutes.matches()) {
                return evenly(Integer.parseInt(minutes.group(1)), 60, "minute");
            }
            return isZero(minute) ? "every hour" : pastTheHour(minute);
        }
        Matcher hours = STEP.matcher(hour);
        if (hours.matches() && isZero(minute)) {
            return evenly(Integer.parseInt(hours.group(1)), 24, "hour");
        }
        Matcher range = RANGE.matcher(hour);
        return range.matches() && NUMBER.matcher(minute).matches()
                ? "every hour from " + time(range.group(1), minute) + " to " + time(range.group(2), minute)
                : null;
    }

    private static @Nullable String pastTheHour(String minute) {
        return NUMBER.matcher(minute).matches() ? "every hour at minute " + Integer.parseInt(minute) : null;
    }

    /** A step that does not divide the whole leaves an uneven rest, which the words would deny. */
    private static @Nullable String evenly(int step, int whole, String unit) {
        if (step == 0 || whole % step != 0) {
            return null;
        }
        return step == 1 ? "every " + unit : "every " + step + " " + unit + "s";
    }

    private static @Nullable String times(String minute, String hour) {
        return NUMBER.matcher(minute).matches() && NUMBERS.matcher(hour).matches()
                ? list(hour, one -> time(one, minute))
                : null;
    }

    private static String time(String hour, String minute) {
        return String.format(Locale.ROOT, "%02d:%02d", Integer.parseInt(hour), Integer.parseInt(minute));
    }

    private static boolean isZero(String field) {
        return NUMBER.matcher(field).matches() && Integer.parseInt(field) == 0;
    }

    private static String list(String field, UnaryOperator<String> word) {
        List<String> words =
                Stream.of(field.split(",", -1)).map(word).distinct().collect(Collectors.toCollection(ArrayList::new));
        String last = words.remove(words.size() - 1);
        return words.isEmpty() ? last : String.join(", ", words) + " and " + last;
    }
}
