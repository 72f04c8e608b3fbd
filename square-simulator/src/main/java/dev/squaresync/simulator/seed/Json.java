package dev.squaresync.simulator.seed;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON as a stream, in the words that the shop needs: money and times as Square has them. */
public final class Json implements AutoCloseable {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator generator;

    private Json(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Writes to the stream, and leaves it open when closed. */
    public static Json to(OutputStream stream) {
        JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), stream)
                .configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false)
                .configure(StreamWriteFeature.FLUSH_PASSED_TO_STREAM, false);
        return new Json(generator);
    }

    public Json object() {
        generator.writeStartObject();
        return this;
    }

    public Json object(String name) {
        generator.writeName(name);
        return object();
    }

    public Json endObject() {
        generator.writeEndObject();
        return this;
    }

    public Json array(String name) {
        generator.writeArrayPropertyStart(name);
        return this;
    }

    public Json endArray() {
        generator.writeEndArray();
        return this;
    }

    public Json text(String name, String value) {
        generator.writeStringProperty(name, value);
        return this;
    }

    public Json number(String name, long value) {
        generator.writeNumberProperty(name, value);
        return this;
    }

    public Json flag(String name, boolean value) {
        generator.writeBooleanProperty(name, value);
        return this;
    }

    public Json nothing(String name) {
        generator.writeNullProperty(name);
        return this;
    }

    public Json time(String name, long epochMillis) {
        return text(name, SquareTime.text(epochMillis));
    }

    /** @param amount in the smallest unit of the currency */
    public Json money(String name, long amount, String currency) {
        return object(name).number("amount", amount).text("currency", currency).endObject();
    }

    /** An element of an array. */
    public Json element(String value) {
        generator.writeString(value);
        return this;
    }

    /** An element of an array, or a whole document. */
    public Json value(JsonObject object) {
        object.writeTo(this);
        return this;
    }

    /** A property that is an object. */
    public Json named(String name, JsonObject object) {
        generator.writeName(name);
        return value(object);
    }

    @Override
    public void close() {
        generator.close();
    }
}
