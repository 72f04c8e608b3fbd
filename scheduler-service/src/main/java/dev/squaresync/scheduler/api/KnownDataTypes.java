package dev.squaresync.scheduler.api;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.api.problem.InvalidField;
import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.schedule.Schedules;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds the data types that somebody names to those that there are. */
@Component
class KnownDataTypes {

    private final Schedules schedules;

    KnownDataTypes(Schedules schedules) {
        this.schedules = schedules;
    }

    /**
     * The data types of these names.
     *
     * @throws InvalidField if there is none, or one of them is no data type
     */
    List<DataType> named(List<@Nullable String> names) {
        if (names.isEmpty()) {
            throw new InvalidField("dataTypes", "Name at least one data type, or leave the field out for all.");
        }
        List<Schedule> all = schedules.all();
        for (String name : names) {
            requireKnown(name, all);
        }
        return names.stream().filter(Objects::nonNull).map(DataType::of).toList();
    }

    private static void requireKnown(@Nullable String name, List<Schedule> all) {
        if (all.stream().noneMatch(schedule -> schedule.dataType().name().equals(name))) {
            String known = all.stream()
                    .map(schedule -> schedule.dataType().name())
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new InvalidField("dataTypes", "There is no data type '" + name + "'; there are: " + known + ".");
        }
    }
}
