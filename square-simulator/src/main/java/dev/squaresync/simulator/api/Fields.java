package dev.squaresync.simulator.api;

import dev.squaresync.simulator.seed.SquareTime;
import dev.squaresync.simulator.wire.SquareError;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a request's body, read strictly: what is unknown or of the wrong type is refused with its name. An
 * explicit null counts as absent.
 */
final class Fields {
    private final ObjectNode node;
    private final String path;

    Fields(ObjectNode node, String path) {
        this.node = node;
        this.path = path;
    }

    String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    Fields allowOnly(Set<String> names) {
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw SquareError.badRequest(
                        "UNKNOWN_BODY_PARAMETER", "The field named '" + name + "' is unrecognized.", pathOf(name));
            }
        }
        return this;
    }

    boolean has(String name) {
        return value(name) != null;
    }

    @Nullable
    String text(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw expected("a string", name);
        }
        return value.asString();
    }

    boolean flag(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return false;
        }
        if (!value.isBoolean()) {
            throw expected("true or false", name);
        }
        return value.asBoolean();
    }

    OptionalInt number(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw expected("an integer", name);
        }
        return OptionalInt.of(value.asInt());
    }

    /** Epoch milliseconds, rounded up if the time lies between two. */
    OptionalLong timeFrom(String name) {
        return time(name, false);
    }

    /** Epoch milliseconds, rounded down if the time lies between two. */
    OptionalLong timeUntil(String name) {
        return time(name, true);
    }

    /** Empty if the field is absent. */
    List<String> texts(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw expected("an array", name);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isString()) {
                throw expected("an array of strings", name);
            }
            texts.add(element.asString());
        }
        return texts;
    }

    List<String> textsAtMost(int most, String name) {
        List<String> texts = texts(name);
        if (texts.size() > most) {
            throw SquareError.badRequest(
                    "ARRAY_LENGTH_TOO_LONG", "Array must have at most %d elements.".formatted(most), pathOf(name));
        }
        return texts;
    }

    /** An object without fields if the field is absent. */
    Fields object(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return new Fields(node.objectNode(), pathOf(name));
        }
        if (!(value instanceof ObjectNode object)) {
            throw expected("an object", name);
        }
        return new Fields(object, pathOf(name));
    }

    private @Nullable JsonNode value(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private OptionalLong time(String name, boolean down) {
        String text = text(name);
        if (text == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(down ? SquareTime.parseFloor(text) : SquareTime.parse(text));
        } catch (DateTimeException e) {
            throw SquareError.badRequest("INVALID_TIME", "'" + text + "' is not an RFC 3339 time.", pathOf(name));
        }
    }

    private SquareError expected(String what, String name) {
        return SquareError.badRequest("BAD_REQUEST", "Expected " + what + ".", pathOf(name));
    }
}
