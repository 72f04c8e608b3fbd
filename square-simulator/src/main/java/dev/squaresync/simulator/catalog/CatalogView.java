package dev.squaresync.simulator.catalog;

import dev.squaresync.simulator.seed.IdKind;
import dev.squaresync.simulator.seed.JsonObject;
import dev.squaresync.simulator.seed.SquareIds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** The catalog at one moment, for readers. Objects are told apart by their number, 0 to {@link #size()} - 1. */
public final class CatalogView {
    private final CatalogState state;
    private final CatalogJson json;
    private final SquareIds ids;

    CatalogView(CatalogState state, CatalogJson json, SquareIds ids) {
        this.state = state;
        this.json = json;
        this.ids = ids;
    }

    public int size() {
        return state.entries().size();
    }

    public CatalogType type(int number) {
        return state.entry(number).type();
    }

    public boolean isDeleted(int number) {
        return state.entry(number).isDeleted();
    }

    /** The version of the last change, which is its time in epoch milliseconds too. */
    public long version(int number) {
        return state.entry(number).version();
    }

    /** When anything was last changed, in epoch milliseconds. */
    public long latestVersion() {
        return state.latestVersion();
    }

    /** The object with this id, deleted or not. */
    public OptionalInt number(String id) {
        OptionalLong number = ids.number(IdKind.CATALOG_OBJECT, id);
        return number.isPresent() && number.getAsLong() < size()
                ? OptionalInt.of((int) number.getAsLong())
                : OptionalInt.empty();
    }

    public JsonObject object(int number) {
        return object(number, false);
    }

    /** @param pathToRoot whether a category tells its parents up to the root */
    public JsonObject object(int number, boolean pathToRoot) {
        CatalogEntry entry = state.entry(number);
        return target -> json.write(entry, state, pathToRoot, target);
    }

    /** The objects that the given ones point to, one level deep and without the given ones: items, categories. */
    public List<JsonObject> related(List<Integer> numbers) {
        Set<Integer> related = new LinkedHashSet<>();
        for (int number : numbers) {
            CatalogEntry entry = state.entry(number);
            if (entry.type() == CatalogType.ITEM_VARIATION) {
                related.add(entry.family().item());
            } else if (entry.type() == CatalogType.ITEM) {
                related.add(json.mainCategory(entry.ordinal()));
            }
        }
        numbers.forEach(related::remove);
        List<JsonObject> objects = new ArrayList<>();
        related.forEach(number -> objects.add(object(number)));
        return objects;
    }
}
