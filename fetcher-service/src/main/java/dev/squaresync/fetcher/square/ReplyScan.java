package dev.squaresync.fetcher.square;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads of a reply only what paging needs, and makes sure that it is whole: the objects are skipped, token by token.
 */
final class ReplyScan {

    private final JsonFactory json = WideJson.factory();

    /**
     * What stands at the top of a reply.
     *
     * @param cursor null if there is none or it is empty
     */
    record Top(@Nullable String cursor, List<SquareError> errors) {}

    /**
     * Scans a whole reply.
     *
     * @param listName the field that, if it is there, must be a list
     * @throws SquareUnavailable if the reply is cut off, is no JSON or has another shape
     * @throws SquareRefused if it is nested absurdly deep
     */
    Top scan(byte[] reply, String listName) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), reply)) {
            return top(parser, listName);
        } catch (StreamConstraintsException e) {
            throw new SquareRefused(
                    "square-reply-too-deep",
                    "Square's reply is nested deeper than " + WideJson.DEEPEST_NESTING + " levels.");
        } catch (JacksonException e) {
            // Without the parser's own words, which may quote the reply.
            throw broken(
                    "it breaks off or is no JSON near byte " + e.getLocation().getByteOffset());
        }
    }

    /** The errors in the reply of a failed request; empty if it is not Square's JSON, such as a proxy's HTML. */
    List<SquareError> errors(byte[] reply) {
        try {
            return scan(reply, "").errors();
        } catch (SquareUnavailable | SquareRefused unreadable) {
            return List.of();
        }
    }

    private static Top top(JsonParser parser, String listName) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw broken("it is no JSON object");
        }
        String cursor = null;
        List<SquareError> errors = List.of();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("cursor")) {
                cursor = cursor(parser, value);
            } else if (name.equals("errors")) {
                errors = errors(parser, value);
            } else if (name.equals(listName)) {
                requireList(name, value);
            }
            parser.skipChildren();
        }
        if (parser.nextToken() != null) {
            throw broken("something follows its end");
        }
        return new Top(cursor, errors);
    }

    private static @Nullable String cursor(JsonParser parser, JsonToken value) {
        if (value == JsonToken.VALUE_NULL) {
            return null;
        }
        if (value != JsonToken.VALUE_STRING) {
            throw broken("its cursor is no text");
        }
        String cursor = parser.getString();
        return cursor.isEmpty() ? null : cursor;
    }

    private static void requireList(String name, JsonToken value) {
        if (value != JsonToken.START_ARRAY && value != JsonToken.VALUE_NULL) {
            throw broken("its '" + name + "' is no list");
        }
    }

    private static List<SquareError> errors(JsonParser parser, JsonToken value) {
        if (value == JsonToken.VALUE_NULL) {
            return List.of();
        }
        if (value != JsonToken.START_ARRAY) {
            throw broken("its 'errors' is no list");
        }
        List<SquareError> errors = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            errors.add(error(parser));
        }
        return errors;
    }

    private static SquareError error(JsonParser parser) {
        String category = "";
        String code = "";
        String detail = "";
        String field = null;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new SquareError(category, code, detail, field);
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            String text = parser.nextToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
            switch (name) {
                case "category" -> category = text;
                case "code" -> code = text;
                case "detail" -> detail = text;
                case "field" -> field = text;
                default -> {}
            }
            parser.skipChildren();
        }
        return new SquareError(category, code, detail, field);
    }

    private static SquareUnavailable broken(String how) {
        return new SquareUnavailable("Square's reply is broken: " + how + ".");
    }
}
