package dev.squaresync.systemtests.histories;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.coverage.Mode;
import dev.squaresync.scheduler.coverage.StreamPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The data types, each with the least that the mirror wants to know of an object. */
enum Kind {
    ORDERS("orders", Mode.INCREMENTAL, "orders", "orders", "id"),
    CATALOG("objects", Mode.FULL, "catalog", "catalog_items", "id"),
    CATEGORIES("objects", Mode.FULL, "categories", "categories", "id"),
    LOCATIONS("locations", Mode.FULL, "locations", "locations", "id"),
    INVENTORY("counts", Mode.INCREMENTAL, "inventory", "inventory_counts", "catalog_object_id");

    private final String listName;
    private final Mode mode;
    private final DataType dataType;
    private final String table;
    private final String key;

    Kind(String listName, Mode mode, String dataType, String table, String key) {
        this.listName = listName;
        this.mode = mode;
        this.dataType = DataType.of(dataType);
        this.table = table;
        this.key = key;
    }

    DataType dataType() {
        return dataType;
    }

    String listName() {
        return listName;
    }

    String table() {
        return table;
    }

    String key() {
        return key;
    }

    StreamPolicy policy() {
        return new StreamPolicy(dataType, mode, mode == Mode.FULL ? null : Duration.ofHours(24));
    }

    /** Whether Square lists nothing that has changed after the end of the window. */
    boolean hasEnd() {
        return this == ORDERS;
    }

    /** Whether Square can tell apart what has changed since the start of the window. */
    boolean hasStart() {
        return this != LOCATIONS;
    }

    boolean isDeletable() {
        return this == CATALOG || this == CATEGORIES;
    }

    /** An object as Square would write it; every part of it tells the version. */
    String json(String id, int version, Instant changedAt, boolean deleted) {
        return switch (this) {
            case ORDERS -> """
                {"id":"%s","location_id":"L","version":%d,"state":"OPEN","updated_at":"%s","line_items":[%s]}""".formatted(id, version, changedAt, lines(version));
            case CATALOG -> """
                {"type":"ITEM","id":"%s","version":%d,"updated_at":"%s","is_deleted":%b,"item_data":{"name":"v%d"}}""".formatted(id, version, changedAt, deleted, version);
            case CATEGORIES -> """
                {"type":"CATEGORY","id":"%s","version":%d,"updated_at":"%s","is_deleted":%b,"category_data":{"name":"v%d"}}""".formatted(id, version, changedAt, deleted, version);
            case LOCATIONS -> """
                {"id":"%s","name":"v%d","status":"ACTIVE","timezone":"UTC"}""".formatted(id, version);
            case INVENTORY -> """
                {"catalog_object_id":"%s","catalog_object_type":"ITEM_VARIATION","state":"IN_STOCK","location_id":"L",\
                "quantity":"%d","calculated_at":"%s"}""".formatted(id, version, changedAt);
        };
    }

    /** One, two or three lines, so that a change also takes lines away. */
    private static String lines(int version) {
        return String.join(
                ",",
                List.of(1, 2, 3).subList(0, 1 + version % 3).stream()
                        .map(line -> "{\"uid\":\"%d\",\"name\":\"v%d\",\"quantity\":\"1\"}".formatted(line, version))
                        .toList());
    }
}
