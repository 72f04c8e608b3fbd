package dev.squaresync.scheduler.api;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunKind;
import dev.squaresync.message.RunState;
import dev.squaresync.scheduler.api.problem.InvalidField;
import dev.squaresync.scheduler.run.RunFilter;
import dev.squaresync.scheduler.run.Trigger;
import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.schedule.Schedules;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads which runs are meant, or says which parameter is wrong. */
@Component
class RunFilters {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final Schedules schedules;
    private final ShopTimes times;

    RunFilters(Schedules schedules, ShopTimes times) {
        this.schedules = schedules;
        this.times = times;
    }

    /** Throws {@link InvalidField}. */
    RunFilter of(RunQuery query) {
        return new RunFilter(
                oneOf("state", query.state(), List.of(RunState.values()), RunState::name),
                oneOf("kind", query.kind(), List.of(RunKind.values()), RunKind::word),
                oneOf("dataType", query.dataType(), dataTypes(), DataType::name),
                oneOf("trigger", query.trigger(), List.of(Trigger.values()), Trigger::word),
                time("from", query.from()),
                time("to", query.to()));
    }

    private List<DataType> dataTypes() {
        return schedules.all().stream().map(Schedule::dataType).sorted().toList();
    }

    private static <T> @Nullable T oneOf(
            String parameter, @Nullable String value, List<T> known, Function<T, String> word) {
        if (value == null) {
            return null;
        }
        return known.stream()
                .filter(one -> word.apply(one).equals(value))
                .findFirst()
                .orElseThrow(() -> InvalidField.parameter(
                        parameter,
                        "'" + value + "' is none of " + known.stream().map(word).collect(Collectors.joining(", "))
                                + "."));
    }

    private @Nullable Instant time(String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return times.read(text)
                .filter(time -> time.isAfter(FIRST) && time.isBefore(LAST))
                .orElseThrow(() -> InvalidField.parameter(
                        parameter,
                        "'" + text
                                + "' is neither a date such as 2026-01-31 nor a time such as 2026-01-31T00:00:00Z."));
    }
}
