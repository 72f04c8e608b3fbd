package dev.squaresync.scheduler.desk.runs;

import dev.squaresync.message.RunState;
import dev.squaresync.scheduler.desk.ShopWords;
import dev.squaresync.scheduler.desk.live.LiveView;
import dev.squaresync.scheduler.run.RunFilter;
import dev.squaresync.scheduler.run.RunPage;
import dev.squaresync.scheduler.run.RunReports;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What of the list of runs stays up to date: the counts by state and the runs. */
@Component
class RunsAreas implements LiveView {

    static final String NAME = "runs";

    private static final int RUNS = 25;

    private final RunReports reports;
    private final ShopWords shop;

    RunsAreas(RunReports reports, ShopWords shop) {
        this.reports = reports;
        this.shop = shop;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String template() {
        return "desk/runs-areas";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> model(Map<String, String> parameters) {
        RunsQuery query = RunsQuery.of(parameters);
        RunFilter filter = query.filter(shop.zone());
        RunPage page = reports.page(filter, RUNS, query.before());
        Map<RunState, Long> counts = reports.countsByState(filter);
        UUID next = page.next();
        Map<String, Object> model = new HashMap<>();
        model.put("query", query);
        model.put("runs", page.runs().stream().map(RunLine::of).toList());
        model.put("counts", counts);
        model.put("all", counts.values().stream().mapToLong(Long::longValue).sum());
        model.put("newest", query.before() == null ? null : query.newest());
        model.put("older", next == null ? null : query.olderThan(next));
        return model;
    }
}
