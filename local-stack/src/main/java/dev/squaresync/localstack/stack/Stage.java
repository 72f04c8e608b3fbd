package dev.squaresync.localstack.stack;

/** The parts of one stage start, and stop, side by side. Stages start in this order and stop in the other. */
enum Stage {
    /** First, because the services' first act is to bring their schemas up to date. */
    DATABASE,
    SURROUNDINGS,
    SERVICES
}
