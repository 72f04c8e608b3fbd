package dev.squaresync.systemtests;

/** What a round of a campaign asks the system to do, while faults strike. */
enum RoundWork {
    FULL("full", "/api/sync-runs", "{\"full\": true}"),
    INCREMENTAL("incremental", "/api/sync-runs", "{\"full\": false}"),
    REPAIR("comparison that repairs what a hand has done", "/api/verifications", "{\"repair\": true}");

    private final String words;
    private final String path;
    private final String request;

    RoundWork(String words, String path, String request) {
        this.words = words;
        this.path = path;
        this.request = request;
    }

    String path() {
        return path;
    }

    String request() {
        return request;
    }

    /** What completes it for certain, when no fault is left: a sync does not mend what a hand has done. */
    RoundWork calmly() {
        return this == REPAIR ? REPAIR : FULL;
    }

    @Override
    public String toString() {
        return words;
    }
}
