package dev.squaresync.scheduler.desk.runs;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunKind;
import dev.squaresync.message.RunState;
import dev.squaresync.scheduler.run.RunFilter;
import dev.squaresync.scheduler.run.Trigger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of the list of runs an address means. What makes no sense in it is left out: the form shows what is looked at.
 *
 * @param from a date; runs of this day and later
 * @param to a date; runs of this day and earlier
 * @param before only runs older than this one
 */
public record RunsQuery(
        @Nullable RunState state,
        @Nullable RunKind kind,
        @Nullable DataType dataType,
        @Nullable Trigger trigger,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID before) {

    private static final String PAGE = "/runs";

    static RunsQuery of(Map<String, String> parameters) {
        return new RunsQuery(
                read(parameters, "state", text -> RunState.valueOf(text.toUpperCase(Locale.ROOT))),
                read(parameters, "kind", RunKind::ofWord),
                read(parameters, "dataType", DataType::of),
                read(parameters, "trigger", text -> Trigger.valueOf(text.toUpperCase(Locale.ROOT))),
                read(parameters, "from", LocalDate::parse),
                read(parameters, "to", LocalDate::parse),
                read(parameters, "before", UUID::fromString));
    }

    private static <T> @Nullable T read(Map<String, String> parameters, String name, Function<String, T> reading) {
        String text = parameters.get(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reading.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    RunFilter filter(ZoneId zone) {
        return new RunFilter(
                state,
                kind,
                dataType,
                trigger,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Whether all runs are meant. */
    public boolean isAny() {
        return parameters().isEmpty();
    }

    /** The address of the same with another state. */
    public String inState(@Nullable RunState other) {
        return new RunsQuery(other, kind, dataType, trigger, from, to, null).address(PAGE);
    }

    /** The address of the newest of them. */
    public String newest() {
        return new RunsQuery(state, kind, dataType, trigger, from, to, null).address(PAGE);
    }

    /** The address of those that are older than this run. */
    public String olderThan(UUID run) {
        return new RunsQuery(state, kind, dataType, trigger, from, to, run).address(PAGE);
    }

    /** The address of what keeps the page up to date. */
    public String live() {
        return address("/live?view=" + RunsAreas.NAME);
    }

    private String address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(path);
        parameters().forEach(address::queryParam);
        return address.encode().toUriString();
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "state", state == null ? null : state.name().toLowerCase(Locale.ROOT));
        put(parameters, "kind", kind == null ? null : kind.word());
        put(parameters, "dataType", dataType);
        put(parameters, "trigger", trigger == null ? null : trigger.word());
        put(parameters, "from", from);
        put(parameters, "to", to);
        put(parameters, "before", before);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
