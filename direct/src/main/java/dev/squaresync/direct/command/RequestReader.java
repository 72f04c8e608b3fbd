package dev.squaresync.direct.command;

import dev.squaresync.direct.setting.Custom;
import dev.squaresync.fetcher.square.Window;
import dev.squaresync.message.DataType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Understands what is to be read. */
final class RequestReader {

    static final List<String> ALL = List.of("locations", "categories", "catalog", "orders", "inventory");

    private final Workshop workshop;

    RequestReader(Workshop workshop) {
        this.workshop = workshop;
    }

    /** @throws CommandFailed if it makes no sense */
    Request read(List<String> types, ReadOptions options, @Nullable String until) {
        Instant now = workshop.clock().instant().truncatedTo(ChronoUnit.MICROS);
        @Nullable
        Instant since = options.since == null ? null : workshop.times().read("--since", options.since);
        @Nullable Instant end = until == null ? null : workshop.times().read("--until", until);
        Map<String, Custom> customs = workshop.customs().find(ALL);
        SortedMap<DataType, Window> windows = new TreeMap<>();
        for (String type : types) {
            if (!ALL.contains(type)) {
                throw new CommandFailed(
                        ExitCode.USAGE,
                        "There is no data type '" + type + "': it is one of " + String.join(", ", ALL) + ".");
            }
            if (end != null && !type.equals("orders")) {
                throw new CommandFailed(
                        ExitCode.USAGE, "--until is for orders only: Square shows all others as they are now.");
            }
            windows.put(DataType.of(type), window(customs.get(type), options.full, since, end == null ? now : end));
        }
        return new Request(asked(types, options, until), windows);
    }

    /** As a sync does: what is always read as a whole has no start, and no sync starts after what is known to be complete. */
    private static Window window(@Nullable Custom custom, boolean full, @Nullable Instant since, Instant to) {
        Duration lookback = custom == null ? null : custom.lookback();
        if (full || custom == null || lookback == null) {
            return new Window(null, to);
        }
        Instant from = since == null ? earlier(to.minus(lookback), custom.completeUpTo()) : since;
        if (!from.isBefore(to)) {
            throw new CommandFailed(ExitCode.USAGE, "There is no time between " + from + " and " + to + ".");
        }
        return new Window(from, to);
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }

    private static String asked(List<String> types, ReadOptions options, @Nullable String until) {
        return String.join(" ", new TreeSet<>(types))
                + (options.full ? " --full" : "")
                + (options.since == null ? "" : " --since " + options.since)
                + (until == null ? "" : " --until " + until);
    }
}
