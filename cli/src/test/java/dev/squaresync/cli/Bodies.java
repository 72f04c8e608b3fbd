package dev.squaresync.cli;

/** What the scheduler answers, as JSON. */
final class Bodies {

    static final String ID = "3f0c8a52-0000-4000-8000-000000000001";
    static final String OTHER_ID = "3f0c8a53-0000-4000-8000-000000000002";

    static final String STATUS = """
            {"ok": true, "verdict": "All is well: every data type is complete up to 2026-11-22T00:55:00Z.", "dataTypes": [
             {"dataType": "orders", "lastRun": {"id": "3f0c8a52-0000-4000-8000-000000000001", "state": "COMPLETED",
              "endedAt": "2026-11-22T01:01:12Z"}, "lastSuccess": "2026-11-22T01:01:12Z",
              "completeUpTo": "2026-11-22T00:55:00Z", "coverage": null, "activeRun": null,
              "nextDue": "2026-11-23T01:00:00Z", "paused": false, "attention": null},
             {"dataType": "catalog", "lastRun": null, "lastSuccess": null, "completeUpTo": null, "coverage": null,
              "activeRun": null, "nextDue": null, "paused": true, "attention": null}]}""";

    private Bodies() {}

    static String run(String id, String state, int partitionsCompleted) {
        boolean active = state.equals("REQUESTED") || state.equals("RUNNING");
        String orders = active ? state : "COMPLETED";
        String inventory = active || state.equals("COMPLETED") ? orders : "FAILED";
        String ended = active ? "null" : "\"2026-11-22T01:01:12Z\"";
        String failure = inventory.equals("FAILED")
                ? "{\"code\": \"square-forbidden\", \"detail\": \"The token lacks INVENTORY_READ.\", \"attempts\": 1}"
                : "null";
        return """
                {"id": "%s", "state": "%s", "requestedBy": "anna", "trigger": "request",
                 "requestedAt": "2026-11-22T01:00:00Z", "startedAt": "2026-11-22T01:00:01Z", "endedAt": %s,
                 "reason": null, "full": false, "since": null,
                 "progress": {"partitions": 3, "partitionsCompleted": %d, "pages": 112, "rows": 55408},
                 "streams": [%s, %s]}""".formatted(
                        id,
                        state,
                        ended,
                        partitionsCompleted,
                        stream("orders", orders, ended, partitionsCompleted, 30_000, "null"),
                        stream("inventory", inventory, ended, partitionsCompleted, 24_626, failure));
    }

    private static String stream(
            String dataType, String state, String ended, int partitionsCompleted, int inserted, String failure) {
        return """
                {"dataType": "%s", "state": "%s", "from": null, "to": "2026-11-22T01:00:00Z", "endedAt": %s,
                 "partitions": 2, "partitionsCompleted": %d, "pages": 61, "inserted": %d, "updated": 300,
                 "unchanged": 91, "deleted": 0, "parked": 0, "completeUpTo": "2026-11-22T00:55:00Z", "failure": %s}""".formatted(dataType, state, ended, partitionsCompleted, inserted, failure);
    }

    static String schedule(boolean paused) {
        return """
                {"dataType": "orders", "cron": "0 0 2 * * *", "timeZone": "Europe/Berlin", "mode": "incremental",
                 "lookback": "PT168H", "priority": "high", "paused": %s, "nextDueTimes":
                 ["2026-11-23T01:00:00Z", "2026-11-24T01:00:00Z", "2026-11-25T01:00:00Z"]}""".formatted(paused);
    }
}
