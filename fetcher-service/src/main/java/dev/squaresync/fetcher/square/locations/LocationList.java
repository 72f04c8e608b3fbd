package dev.squaresync.fetcher.square.locations;

import dev.squaresync.fetcher.square.SquareUnavailable;
import dev.squaresync.fetcher.square.WideJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads of the list of locations what planning needs; the rest may be as odd as it likes. */
final class LocationList {

    private final JsonFactory json = WideJson.factory();

    /**
     * The locations, each once, sorted by id.
     *
     * @param reply a whole JSON object
     * @throws SquareUnavailable if one of them has no id
     */
    Collection<ShopLocation> read(byte[] reply) {
        SortedMap<String, ShopLocation> locations = new TreeMap<>();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), reply)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean list = parser.currentName().equals(ShopLocations.LIST_NAME);
                if (parser.nextToken() == JsonToken.START_ARRAY && list) {
                    collect(parser, locations);
                } else {
                    parser.skipChildren();
                }
            }
        }
        return locations.values();
    }

    private static void collect(JsonParser parser, SortedMap<String, ShopLocation> locations) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            ShopLocation location = location(parser);
            locations.put(location.id(), location);
        }
    }

    private static ShopLocation location(JsonParser parser) {
        String id = "";
        String createdAt = "";
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
                if (text && name.equals("id")) {
                    id = parser.getString();
                } else if (text && name.equals("created_at")) {
                    createdAt = parser.getString();
                }
                parser.skipChildren();
            }
        }
        if (id.isEmpty()) {
            // Skipping it would lose all that happened there.
            throw new SquareUnavailable("Square's list of locations has one without an id.");
        }
        return new ShopLocation(id, time(createdAt));
    }

    private static @Nullable Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
