package dev.squaresync.messaging;

/** Implemented by exceptions that have a name for programs; their message is the sentence for people. */
public interface CodedFailure {

    /** Stable, such as {@code square-unauthorized}. */
    String code();
}
