package dev.squaresync.simulator.inventory;

import dev.squaresync.simulator.locations.ShopLocations;
import dev.squaresync.simulator.seed.Dice;
import dev.squaresync.simulator.seed.Json;
import dev.squaresync.simulator.seed.JsonObject;
import dev.squaresync.simulator.timeline.Events;
import dev.squaresync.simulator.timeline.Position;
import dev.squaresync.simulator.timeline.Timeline;
import java.util.List;

/** The inventory at one moment, for readers. Counts are numbered 0 to {@link #size()} - 1. */
public final class CountsView implements Events {
    private static final long QUANTITY = 73;

    private final CountOrigin origin;
    private final CountsState state;
    private final ShopLocations locations;

    CountsView(CountOrigin origin, CountsState state, ShopLocations locations) {
        this.origin = origin;
        this.state = state;
        this.locations = locations;
    }

    public long size() {
        return state.count();
    }

    public CountFacts facts(long number) {
        CountFacts moved = state.moved().isEmpty() ? null : state.moved().get(number);
        return moved == null ? origin.first(number) : moved;
    }

    public JsonObject object(long number) {
        CountFacts facts = facts(number);
        return json -> write(facts, json);
    }

    private void write(CountFacts facts, Json json) {
        json.object()
                .text("catalog_object_id", facts.variationId())
                .text("catalog_object_type", "ITEM_VARIATION")
                .text("state", facts.state())
                .text("location_id", locations.get(facts.location()).id())
                .text("quantity", quantity(facts))
                .time("calculated_at", facts.calculatedAt());
        if (facts.number() % 300 == 77) {
            json.object("shelf").text("row", "B\"2\"").endObject();
        }
        json.endObject();
    }

    /** Mostly whole; some with five decimals, and a few below zero because more was sold than was there. */
    private static String quantity(CountFacts facts) {
        Dice dice = Dice.of(facts.revision(), QUANTITY, facts.number());
        int kind = dice.below(100);
        int units = dice.below(200);
        if (kind < 5) {
            return units + "." + "%05d".formatted(dice.below(1000) * 50 + 50);
        }
        return kind < 8 ? "-" + (1 + units % 9) : Integer.toString(units);
    }

    @Override
    public Timeline timeline() {
        return origin.timeline();
    }

    @Override
    public long lag() {
        return 0;
    }

    @Override
    public boolean hasMoved(long number) {
        return !state.moved().isEmpty() && state.moved().containsKey(number);
    }

    @Override
    public long timeOf(long number) {
        return origin.timeline().timeOf(number);
    }

    @Override
    public List<Position> moved() {
        return state.sorted();
    }
}
