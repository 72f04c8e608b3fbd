package dev.squaresync.writer.mirror;

import dev.squaresync.message.RawJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Cuts a page into its objects, however odd what they hold, by a scan that makes nothing of what it reads: each object is
 * the very bytes that Square sent.
 */
@Component
class PageCutter {

    // Square leaves the array out where there is nothing to show; these may stand there all the same.
    private static final Set<String> OF_AN_EMPTY_PAGE = Set.of("cursor", "latest_time");

    private final JsonFactory json = JsonFactory.builder()
            // A page is UTF-8 (RFC 8259), and offsets are bytes.
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /**
     * @return the objects as they stand in the page; empty for an empty page
     * @throws UnreadablePage if the page is no JSON object with the array of objects, and isn't an empty page either
     */
    List<RawJson> cut(RawJson page, String arrayName) {
        try {
            return objects(page, arrayName);
        } catch (JacksonException e) {
            // Bytes that are no UTF-8 become U+FFFD.
            RawJson decoded = RawJson.of(page.text());
            if (decoded.equals(page)) {
                throw new UnreadablePage("Square's reply is no JSON: " + e.getOriginalMessage(), e);
            }
            return cut(decoded, arrayName);
        }
    }

    private List<RawJson> objects(RawJson page, String arrayName) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), page.bytes())) {
            require(parser.nextToken() == JsonToken.START_OBJECT, "Square's reply is no JSON object.");
            List<RawJson> objects = new ArrayList<>();
            Set<String> fields = new TreeSet<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                fields.add(parser.currentName());
                if (parser.currentName().equals(arrayName)) {
                    cutArray(parser, page.bytes(), objects);
                } else {
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
            require(parser.nextToken() == null, "Square's reply goes on after its end.");
            require(
                    fields.contains(arrayName) || OF_AN_EMPTY_PAGE.containsAll(fields),
                    "Square's reply has no '" + arrayName + "' but " + String.join(", ", fields) + ".");
            return objects;
        }
    }

    /** The object's key, its parts joined by a colon; empty if a part is missing or is no text. */
    Optional<String> keyOf(String object, List<String> keyFields) {
        Map<String, String> parts = new HashMap<>();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), object)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String field = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_STRING && keyFields.contains(field)) {
                    parts.put(field, parser.getString());
                }
                parser.skipChildren();
            }
        }
        return parts.keySet().containsAll(keyFields)
                ? Optional.of(keyFields.stream().map(parts::get).collect(Collectors.joining(":")))
                : Optional.empty();
    }

    private static void cutArray(JsonParser parser, byte[] page, List<RawJson> objects) {
        JsonToken value = parser.nextToken();
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        require(value == JsonToken.START_ARRAY, "'" + parser.currentName() + "' in Square's reply is no array.");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int start = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            parser.finishToken();
            int end = (int) parser.currentLocation().getByteOffset();
            objects.add(RawJson.of(Arrays.copyOfRange(page, start, end)));
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new UnreadablePage(otherwise, null);
        }
    }
}
