package dev.squaresync.localstack.postgres;

/** A service's role in the database, and the one schema that it owns. */
public enum DatabaseRole {
    SCHEDULER("scheduler", "scheduler"),
    WRITER("writer", "square"),
    NOTIFIER("notifier", "notifier");

    private final String user;
    private final String schema;

    DatabaseRole(String user, String schema) {
        this.user = user;
        this.schema = schema;
    }

    public String user() {
        return user;
    }

    public String schema() {
        return schema;
    }
}
