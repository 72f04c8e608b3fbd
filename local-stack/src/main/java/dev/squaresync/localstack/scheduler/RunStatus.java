package dev.squaresync.localstack.scheduler;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A run as the scheduler tells of it.
 *
 * @param id the run's
 * @param state REQUESTED, RUNNING, COMPLETED, PARTIAL, FAILED or CANCELLED
 * @param streams one for each data type
 */
public record RunStatus(String id, String state, List<StreamStatus> streams) {

    /** The exit code for a run in which some data types failed. */
    public static final int PARTIAL = 3;

    /** The exit code for a run that failed, was cancelled, or cannot be seen. */
    public static final int FAILED = 4;

    static RunStatus of(JsonNode json) {
        List<StreamStatus> streams = new ArrayList<>();
        for (JsonNode stream : json.path("streams")) {
            streams.add(StreamStatus.of(stream));
        }
        return new RunStatus(json.path("id").asString(""), json.path("state").asString(""), List.copyOf(streams));
    }

    public boolean hasEnded() {
        return !state.equals("REQUESTED") && !state.equals("RUNNING");
    }

    public int exitCode() {
        return switch (state) {
            case "COMPLETED" -> 0;
            case "PARTIAL" -> PARTIAL;
            default -> FAILED;
        };
    }

    /** One data type in the run; counts are of objects. */
    public record StreamStatus(
            String dataType,
            String state,
            int partitions,
            int partitionsCompleted,
            int pages,
            Counts counts,
            String reason) {

        static StreamStatus of(JsonNode json) {
            return new StreamStatus(
                    json.path("dataType").asString(""),
                    json.path("state").asString(""),
                    json.path("partitions").asInt(0),
                    json.path("partitionsCompleted").asInt(0),
                    json.path("pages").asInt(0),
                    Counts.of(json),
                    json.path("failure").path("detail").asString(""));
        }

        public boolean hasEnded() {
            return !state.equals("REQUESTED") && !state.equals("RUNNING");
        }
    }

    /** What the stream's pages did to the mirror. */
    public record Counts(long inserted, long updated, long unchanged, long deleted, long parked) {

        static Counts of(JsonNode json) {
            return new Counts(
                    json.path("inserted").asLong(0),
                    json.path("updated").asLong(0),
                    json.path("unchanged").asLong(0),
                    json.path("deleted").asLong(0),
                    json.path("parked").asLong(0));
        }

        public long all() {
            return inserted + updated + unchanged + deleted + parked;
        }
    }
}
