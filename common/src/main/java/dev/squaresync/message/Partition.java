package dev.squaresync.message;

/**
 * A part of a stream that is read page after page, side by side with the stream's other partitions.
 *
 * @param id unique within the stream and the same whenever the same slice is planned again, so that a plan that is made
 *     twice (a crash between publish and ack) adds nothing
 * @param label for people, such as {@code 10 locations, 2026-10-01 to 2026-10-31}
 */
public record Partition(String id, String label, Slice slice) {}
