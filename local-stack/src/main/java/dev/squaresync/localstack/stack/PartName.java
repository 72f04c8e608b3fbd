package dev.squaresync.localstack.stack;

/** The parts of a stack, in the order of their start. */
public enum PartName {
    POSTGRES(Stage.DATABASE),
    MAIL_CATCHER(Stage.SURROUNDINGS),
    /** Absent where the stack works against Square itself. */
    SIMULATOR(Stage.SURROUNDINGS),
    RABBITMQ(Stage.SURROUNDINGS),
    SCHEDULER(Stage.SERVICES),
    FETCHER(Stage.SERVICES),
    WRITER(Stage.SERVICES),
    NOTIFIER(Stage.SERVICES);

    private final Stage stage;

    PartName(Stage stage) {
        this.stage = stage;
    }

    Stage stage() {
        return stage;
    }
}
