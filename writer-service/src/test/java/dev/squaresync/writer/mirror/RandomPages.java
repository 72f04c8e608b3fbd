package dev.squaresync.writer.mirror;

import dev.squaresync.message.PageFetched;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pages with few objects in many states: old and new ones, tombstones, different ones of the same version. */
final class RandomPages {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private final Random random;
    private boolean ties = true;

    RandomPages(Random random) {
        this.random = random;
    }

    /** One content for each version, as an orderly Square has it. */
    RandomPages withoutTies() {
        ties = false;
        return this;
    }

    List<PageFetched> list(int count) {
        List<PageFetched> pages = new ArrayList<>();
        while (pages.size() < count) {
            pages.add(
                    pages.isEmpty() || random.nextInt(3) > 0 ? page() : again(pages.get(random.nextInt(pages.size()))));
        }
        return pages;
    }

    /** The same content at another time: to the letter, or only in meaning. */
    private PageFetched again(PageFetched page) {
        String body = page.body().text();
        return TestMirror.page(
                page.page().dataType().name(),
                START.plusSeconds(random.nextInt(20)),
                random.nextBoolean() ? body : body.replace("{", "{ "));
    }

    private PageFetched page() {
        return switch (random.nextInt(ties ? 6 : 5)) {
            case 0, 1 -> page("orders", "orders", this::order);
            case 2, 3 -> page("catalog", "objects", random.nextBoolean() ? this::item : this::variation);
            case 4 ->
                random.nextBoolean()
                        ? page("categories", "objects", this::category)
                        : page("inventory", "counts", this::count);
            default -> page("locations", "locations", this::location);
        };
    }

    private PageFetched page(String dataType, String array, Supplier<String> object) {
        String objects = IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> object.get())
                .collect(Collectors.joining(","));
        return TestMirror.page(
                dataType, START.plusSeconds(random.nextInt(20)), "{\"" + array + "\": [" + objects + "]}");
    }

    private String order() {
        int version = random.nextInt(4);
        String versionField = version == 0 ? "" : "\"version\": " + version + ",";
        // Versions 2 and 3 changed in the same millisecond.
        return """
                {"id": "O%d", %s "updated_at": "%s", "line_items": [{"uid": "l", "name": "%s"}, {"uid": "v%d"}]}""".formatted(
                random.nextInt(4), versionField, START.plusSeconds(Math.min(version, 2)), content(version), version);
    }

    private String item() {
        int version = random.nextInt(5);
        return """
                {"type": "ITEM", "id": "I%d", "version": %d, "updated_at": "%s", "is_deleted": %b, "item_data": {"name": "%s"}}""".formatted(
                        random.nextInt(2), version, START.plusSeconds(version), version % 2 == 1, content(version));
    }

    private String variation() {
        int version = random.nextInt(5);
        int id = random.nextInt(4);
        return """
                {"type": "ITEM_VARIATION", "id": "V%d", "version": %d, "updated_at": "%s", "is_deleted": %b,
                 "item_variation_data": {"item_id": "I%d", "name": "%s"}}""".formatted(id, version, START.plusSeconds(version), version == 3, id % 2, content(version));
    }

    private String category() {
        int version = random.nextInt(4);
        return """
                {"type": "CATEGORY", "id": "C%d", "version": %d, "updated_at": "%s", "is_deleted": %b,
                 "category_data": {"name": "%s"}}""".formatted(random.nextInt(2), version, START.plusSeconds(version), version == 2, content(version));
    }

    private String count() {
        int second = random.nextInt(4);
        return """
                {"catalog_object_id": "V%d", "location_id": "L", "state": "IN_STOCK", "quantity": "%d", "note": "%s",
                 "calculated_at": "%s"}""".formatted(random.nextInt(3), second, content(second), START.plusSeconds(second));
    }

    private String location() {
        return "{\"id\": \"L%d\", \"name\": \"%s\"}".formatted(random.nextInt(2), content(random.nextInt(2)));
    }

    private String content(int version) {
        return "content " + version + (ties ? " " + random.nextInt(2) : "");
    }
}
