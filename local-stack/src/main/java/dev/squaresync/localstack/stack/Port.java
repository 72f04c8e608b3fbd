package dev.squaresync.localstack.stack;

/** What listens on a port of its own, with the port's number on a developer's machine. */
public enum Port {
    SCHEDULER(8080, "the scheduler"),
    SCHEDULER_MANAGEMENT(21080, "the scheduler's health and metrics"),
    FETCHER(21081, "the fetcher"),
    WRITER(21082, "the writer"),
    NOTIFIER(21083, "the notifier"),
    SIMULATOR(21084, "the Square simulator"),
    MAIL(21025, "the mail catcher"),
    POSTGRES(21432, "PostgreSQL"),
    RABBITMQ(21672, "RabbitMQ"),
    RABBITMQ_MANAGEMENT(21673, "RabbitMQ's management pages"),
    RABBITMQ_DISTRIBUTION(21674, "RabbitMQ's Erlang distribution"),
    RABBITMQ_PORT_MAPPER(21675, "RabbitMQ's port mapper");

    private final int usual;
    private final String owner;

    Port(int usual, String owner) {
        this.usual = usual;
        this.owner = owner;
    }

    int usual() {
        return usual;
    }

    /** Who listens there, in words for a person. */
    public String owner() {
        return owner;
    }

    /** The environment variable that changes the number. */
    public String variable() {
        return "SQUARE_SYNC_" + name() + "_PORT";
    }
}
