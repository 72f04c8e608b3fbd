package dev.squaresync.writer.mirror;

import dev.squaresync.message.RawJson;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads which objects a page shows. */
final class Sightings {

    /** In the place of orders, if Square was asked for no more. */
    private static final String ENTRIES = "order_entries";

    private final PageCutter cutter = new PageCutter();
    private final JsonMapper json = JsonMapper.builder().build();

    /**
     * @param page of whole objects, or Square's order entries
     * @throws UnreadablePage if it is no page of its data type
     */
    List<Sighting> of(RawJson page, MirroredType type) {
        return type.arrayName().equals("orders") && page.text().contains(ENTRIES) ? entries(page) : objects(page, type);
    }

    private List<Sighting> objects(RawJson page, MirroredType type) {
        List<Sighting> seen = new ArrayList<>();
        for (PageObject object : cutter.cut(page, type)) {
            object.key().ifPresent(key -> seen.add(new Sighting(String.join(":", key), null, object.digest())));
        }
        return seen;
    }

    private List<Sighting> entries(RawJson page) {
        List<Sighting> seen = new ArrayList<>();
        for (JsonNode entry : json.readTree(page.bytes()).path(ENTRIES)) {
            JsonNode version = entry.path("version");
            seen.add(new Sighting(
                    entry.path("order_id").asString(), version.isNumber() ? version.longValue() : null, null));
        }
        return seen;
    }
}
