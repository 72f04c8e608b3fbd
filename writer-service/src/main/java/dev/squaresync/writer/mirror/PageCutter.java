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
     * @return the objects as they stand in the page; none for an empty page
     * @throws UnreadablePage if the page is no JSON object with the array of objects, and isn't an empty page either
     */
    List<PageObject> cut(RawJson page, MirroredType type) {
        try {
            return objects(page, type);
        } catch (JacksonException e) {
            // Bytes that are no UTF-8 become U+FFFD.
            RawJson decoded = RawJson.of(page.text());
            if (decoded.equals(page)) {
                throw new UnreadablePage("Square's reply is no JSON: " + e.getOriginalMessage(), e);
            }
            return cut(decoded, type);
        }
    }

    private List<PageObject> objects(RawJson page, MirroredType type) {
        String arrayName = type.arrayName();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), page.bytes())) {
            require(parser.nextToken() == JsonToken.START_OBJECT, "Square's reply is no JSON object.");
            List<PageObject> objects = new ArrayList<>();
            Set<String> fields = new TreeSet<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                fields.add(parser.currentName());
                if (parser.currentName().equals(arrayName)) {
                    cutArray(parser, page.bytes(), type.keyFields(), objects);
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

    /** The values of an object's key fields; empty if one is missing, is no text or cannot be stored. */
    Optional<List<String>> keyOf(RawJson object, List<String> keyFields) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), object.bytes())) {
            parser.nextToken();
            return passValue(parser, keyFields);
        }
    }

    private static void cutArray(JsonParser parser, byte[] page, List<String> keyFields, List<PageObject> objects) {
        JsonToken value = parser.nextToken();
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        require(value == JsonToken.START_ARRAY, "'" + parser.currentName() + "' in Square's reply is no array.");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int start = (int) parser.currentTokenLocation().getByteOffset();
            Optional<List<String>> key = passValue(parser, keyFields);
            int end = (int) parser.currentLocation().getByteOffset();
            objects.add(PageObject.of(RawJson.of(Arrays.copyOfRange(page, start, end)), key));
        }
    }

    /** Goes on to the end of a value, and takes the key along if it is an object. */
    private static Optional<List<String>> passValue(JsonParser parser, List<String> keyFields) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            parser.finishToken();
            return Optional.empty();
        }
        Map<String, String> parts = new HashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (keyFields.contains(field)) {
                // As in jsonb, the last of two fields with the same name counts.
                parts.remove(field);
                if (value == JsonToken.VALUE_STRING) {
                    parts.put(field, parser.getString());
                }
            }
            parser.skipChildren();
        }
        return parts.size() == keyFields.size() && parts.values().stream().allMatch(PageCutter::canBeStored)
                ? Optional.of(keyFields.stream().map(parts::get).toList())
                : Optional.empty();
    }

    private static boolean canBeStored(String text) {
        return text.indexOf('\0') < 0;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new UnreadablePage(otherwise, null);
        }
    }
}
