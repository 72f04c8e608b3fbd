package dev.squaresync.scheduler.desk.schedules;

import dev.squaresync.scheduler.desk.ShopWords;
import dev.squaresync.scheduler.desk.live.LiveView;
import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.schedule.Schedules;
import dev.squaresync.scheduler.schedule.SkippedFiring;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What of the schedules stays up to date: when each is due. */
@Component
class SchedulesAreas implements LiveView {

    private final Schedules schedules;
    private final ShopWords shop;

    SchedulesAreas(Schedules schedules, ShopWords shop) {
        this.schedules = schedules;
        this.shop = shop;
    }

    @Override
    public String name() {
        return "schedules";
    }

    @Override
    public String template() {
        return "desk/schedules-areas";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> model(Map<String, String> parameters) {
        Map<String, SkippedFiring> skipped = schedules.latestSkipped().stream()
                .collect(Collectors.toMap(firing -> firing.dataType().name(), Function.identity()));
        return Map.of(
                "lines",
                schedules.all().stream()
                        .map(schedule -> line(schedule, skipped))
                        .toList());
    }

    private ScheduleLine line(Schedule schedule, Map<String, SkippedFiring> skipped) {
        return ScheduleLine.of(schedule, skipped.get(schedule.dataType().name()), shop);
    }
}
