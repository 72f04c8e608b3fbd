package dev.squaresync.scheduler.condition;

import dev.squaresync.message.ConditionKind;
import dev.squaresync.scheduler.dependency.DependencyReports;
import dev.squaresync.scheduler.dependency.DownDependency;
import dev.squaresync.scheduler.worker.Workers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What has been down for long: services, and what they need. What the notifier needs it tells of itself, as being late. */
@Component
class OutageConditions implements ConditionSource {

    private static final String NOTIFIER = "notifier";
    private static final String SCHEDULER = "scheduler";

    private final DependencyReports dependencies;
    private final Workers workers;
    private final ConditionSettings settings;
    private final Clock clock;

    /** Who was heard of before this scheduler was started may well be alive. */
    private final Instant listeningSince;

    OutageConditions(DependencyReports dependencies, Workers workers, ConditionSettings settings, Clock clock) {
        this.dependencies = dependencies;
        this.workers = workers;
        this.settings = settings;
        this.clock = clock;
        this.listeningSince = clock.instant();
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ConditionKind.DEPENDENCY_DOWN, ConditionKind.SERVICE_SILENT);
    }

    @Override
    public List<Condition> now() {
        Instant longAgo = clock.instant().minus(settings.outageTold());
        Stream<Condition> down = dependencies.down().stream()
                .filter(outage -> !outage.service().equals(NOTIFIER))
                .filter(outage -> !outage.since().isAfter(longAgo))
                .map(OutageConditions::down);
        if (listeningSince.isAfter(longAgo)) {
            return down.toList();
        }
        Stream<Condition> silent = workers.lastSeen().entrySet().stream()
                .filter(seen -> !Set.of(NOTIFIER, SCHEDULER).contains(seen.getKey()))
                .filter(seen -> !seen.getValue().isAfter(longAgo))
                .map(seen -> silent(seen.getKey(), seen.getValue()));
        return Stream.concat(down, silent).toList();
    }

    private static Condition down(DownDependency outage) {
        return condition(
                ConditionKind.DEPENDENCY_DOWN,
                outage.service() + ":" + outage.dependency(),
                outage.since(),
                outage.detail(),
                Map.of("service", outage.service(), "dependency", outage.dependency()));
    }

    private static Condition silent(String service, Instant since) {
        return condition(
                ConditionKind.SERVICE_SILENT,
                service,
                since,
                "No " + service + " has been heard of since " + since + ".",
                Map.of("service", service));
    }

    private static Condition condition(
            String kind, String which, Instant since, String detail, Map<String, String> facts) {
        return new Condition(kind, kind + ":" + which, since, 1, List.of(), detail, facts, List.of(), false);
    }
}
