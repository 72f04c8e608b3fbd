package dev.squaresync.scheduler.desk.overview;

import dev.squaresync.scheduler.desk.live.LiveView;
import dev.squaresync.scheduler.status.ShopStatus;
import dev.squaresync.scheduler.status.Status;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What of the overview stays up to date: verdict, needs, cards and coverage. */
@Component
class OverviewAreas implements LiveView {

    static final String NAME = "overview";

    private final Status status;
    private final CoverageStrip strip;

    OverviewAreas(Status status, CoverageStrip strip) {
        this.status = status;
        this.strip = strip;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String template() {
        return "desk/overview-areas";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> model(Map<String, String> parameters) {
        ShopStatus now = status.now();
        List<Card> cards = now.dataTypes().stream().map(Card::of).toList();
        return Map.of(
                "headline", now.headline(),
                "ok", now.ok(),
                "needs", Need.of(now),
                "cards", cards,
                "anyProven",
                        now.dataTypes().stream()
                                .anyMatch(dataType -> dataType.standing().mark() != null),
                "strip", strip.lines(now));
    }
}
