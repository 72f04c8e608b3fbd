package dev.squaresync.simulator.api;

import dev.squaresync.simulator.catalog.CatalogView;
import dev.squaresync.simulator.cursor.Cursor;
import dev.squaresync.simulator.cursor.CursorBook;
import dev.squaresync.simulator.cursor.Page;
import dev.squaresync.simulator.cursor.Page.Row;
import dev.squaresync.simulator.seed.Json;
import dev.squaresync.simulator.seed.JsonObject;
import dev.squaresync.simulator.shop.Shop;
import dev.squaresync.simulator.timeline.Position;
import dev.squaresync.simulator.wire.SquareError;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** ListCatalog, SearchCatalogObjects and BatchRetrieveCatalogObjects. */
final class CatalogEndpoints {
    private static final int MOST_IDS = 1000;

    private final Shop shop;
    private final CursorBook cursors;

    CatalogEndpoints(Shop shop, CursorBook cursors) {
        this.shop = shop;
        this.cursors = cursors;
    }

    /** Never tells deleted objects; always 100 a page. */
    Page list(ApiRequest request) {
        CatalogSearch search = CatalogSearch.list(request.query());
        return page(search, request);
    }

    Page search(ApiRequest request) {
        CatalogSearch search = CatalogSearch.parse(request.fields());
        CatalogView catalog = shop.catalog().view();
        Page page = page(search, request);
        List<JsonObject> related = search.related() ? catalog.related(numbersOf(page)) : List.of();
        return page.with(json -> {
            related("related_objects", related, json);
            json.time("latest_time", catalog.latestVersion());
        });
    }

    Page batchRetrieve(ApiRequest request) {
        Fields body = request.fields()
                .allowOnly(Set.of(
                        "object_ids",
                        "include_related_objects",
                        "include_deleted_objects",
                        "include_category_path_to_root"));
        List<String> ids = body.textsAtMost(MOST_IDS, "object_ids");
        if (ids.isEmpty()) {
            throw SquareError.badRequest("ARRAY_EMPTY", "Must give at least one id.", "object_ids");
        }
        CatalogView catalog = shop.catalog().view();
        List<JsonObject> found = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (String id : ids) {
            OptionalInt number = catalog.number(id);
            if (number.isPresent() && (body.flag("include_deleted_objects") || !catalog.isDeleted(number.getAsInt()))) {
                numbers.add(number.getAsInt());
                found.add(catalog.object(number.getAsInt(), body.flag("include_category_path_to_root")));
            }
        }
        List<JsonObject> related = body.flag("include_related_objects") ? catalog.related(numbers) : List.of();
        return Unpaged.page("objects", found, cursors.open(null, request.queryHash()))
                .with(json -> related("related_objects", related, json));
    }

    private Page page(CatalogSearch search, ApiRequest request) {
        Cursor start = cursors.open(request.cursor(), request.queryHash());
        CatalogView catalog = shop.catalog().view();
        Position last = start.last();
        List<Row> found = new ArrayList<>();
        int number = last == null ? 0 : (int) last.number() + 1;
        for (; number < catalog.size() && found.size() <= search.limit(); number++) {
            if (search.wants(catalog, number)) {
                found.add(new Row(new Position(0, number), catalog.object(number, search.pathToRoot())));
            }
        }
        return Page.of("objects", found, search.limit(), start);
    }

    private static List<Integer> numbersOf(Page page) {
        return page.rows().stream().map(row -> (int) row.place().number()).toList();
    }

    private static void related(String name, List<JsonObject> objects, Json json) {
        if (objects.isEmpty()) {
            return;
        }
        json.array(name);
        objects.forEach(json::value);
        json.endArray();
    }
}
