package dev.squaresync.simulator.seed;

/** Something that the API answers with: always the same bytes for the same state of the shop. */
@FunctionalInterface
public interface JsonObject {
    void writeTo(Json json);
}
