package dev.squaresync.systemtests;

/**
 * A way in which something goes wrong, and is well again when the strike returns.
 *
 * @param word as the table calls it
 * @param target what is struck: two faults never strike the same target at the same time. Square can bear several
 * @param weight how often it comes, compared with the others
 */
record FaultKind(String word, String target, int weight, Strike strike) {

    static final String SQUARE = "Square";

    /** What is done. */
    @FunctionalInterface
    interface Strike {

        /** @param seconds for how long, where it lasts; or how often, where it is counted */
        void strike(FaultStack stack, int seconds);
    }
}
