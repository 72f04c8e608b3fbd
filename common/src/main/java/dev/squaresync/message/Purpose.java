package dev.squaresync.message;

/** What a page is fetched for. */
public enum Purpose {
    /** To be written to the mirror. */
    MIRROR,
    /** To note which objects there are; it may hold less of each than a page for the mirror. */
    SIGHT,
    /** Objects that were asked for by their ids, whole, to be compared with the mirror. */
    LOOK_UP
}
