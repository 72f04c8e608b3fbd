package dev.squaresync.fetcher.page;

import dev.squaresync.fetcher.square.SquarePage;
import dev.squaresync.fetcher.square.WideJson;
import dev.squaresync.message.RawJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Splits a page that the broker would refuse for its size. The objects are copied as they are, byte for byte; an object that is
 * too large by itself travels alone.
 */
final class PageParts {

    private final int largest;
    private final JsonFactory json = WideJson.factory();

    /**
     * @param largest size of a part in bytes
     */
    PageParts(int largest) {
        this.largest = largest;
    }

    /** The page itself, or else several with the same objects in the same order; never empty. */
    List<RawJson> of(SquarePage page) {
        if (page.body().size() <= largest) {
            return List.of(page.body());
        }
        List<Span> objects = objects(page);
        return objects.size() < 2 ? List.of(page.body()) : split(page, objects);
    }

    /** Where an object stands in the body. */
    private record Span(int start, int end) {

        int length() {
            return end - start;
        }
    }

    private List<Span> objects(SquarePage page) {
        List<Span> spans = new ArrayList<>();
        try (JsonParser parser =
                json.createParser(ObjectReadContext.empty(), page.body().bytes())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean list = parser.currentName().equals(page.listName());
                if (parser.nextToken() == JsonToken.START_ARRAY && list) {
                    collect(parser, spans);
                } else {
                    parser.skipChildren();
                }
            }
        }
        return spans;
    }

    private static void collect(JsonParser parser, List<Span> spans) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
            parser.skipChildren();
            parser.finishToken();
            spans.add(new Span(start, Math.toIntExact(parser.currentLocation().getByteOffset())));
        }
    }

    private List<RawJson> split(SquarePage page, List<Span> objects) {
        byte[] body = page.body().bytes();
        byte[] opening = ("{\"" + page.listName() + "\":[").getBytes(StandardCharsets.UTF_8);
        byte[] closing = "]}".getBytes(StandardCharsets.UTF_8);
        List<RawJson> parts = new ArrayList<>();
        ByteArrayOutputStream part = new ByteArrayOutputStream(largest);
        for (Span object : objects) {
            boolean full = part.size() + 1 + object.length() + closing.length > largest;
            if (part.size() > 0 && full) {
                parts.add(closed(part, closing));
            }
            part.writeBytes(part.size() == 0 ? opening : new byte[] {','});
            part.write(body, object.start(), object.length());
        }
        parts.add(closed(part, closing));
        return parts;
    }

    private static RawJson closed(ByteArrayOutputStream part, byte[] closing) {
        part.writeBytes(closing);
        RawJson closed = RawJson.of(part.toByteArray());
        part.reset();
        return closed;
    }
}
