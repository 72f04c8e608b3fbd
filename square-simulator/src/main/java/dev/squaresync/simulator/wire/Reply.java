package dev.squaresync.simulator.wire;

import dev.squaresync.simulator.seed.Json;
import dev.squaresync.simulator.seed.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is sent back, and how. */
public record Reply(int status, Map<String, String> headers, byte[] body, Delivery delivery) {
    /** The ways in which a reply can come to the client. */
    public enum Delivery {
        WHOLE,
        /** Half of the body, then the connection is closed. */
        CUT,
        /** A little of the body at a time. */
        SLOW,
        /** Nothing at all until the client gives up. */
        NEVER
    }

    public static Reply json(int status, JsonObject document) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 12);
        try (Json json = Json.to(body)) {
            document.writeTo(json);
        }
        return json(status, body.toByteArray());
    }

    public static Reply json(int status, byte[] body) {
        return new Reply(status, Map.of("Content-Type", "application/json"), body, Delivery.WHOLE);
    }

    public static Reply html(int status, String html) {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        return new Reply(status, Map.of("Content-Type", "text/html; charset=utf-8"), body, Delivery.WHOLE);
    }

    public Reply withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body, delivery);
    }

    public Reply withBody(byte[] newBody) {
        return new Reply(status, headers, newBody, delivery);
    }

    public Reply delivered(Delivery newDelivery) {
        return new Reply(status, headers, body, newDelivery);
    }
}
