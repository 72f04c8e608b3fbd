package dev.squaresync.fetcher.square;

/** Implemented by what goes wrong in reading; the message is a sentence for people and holds neither a secret nor a payload. */
public interface Problem {

    /** Stable, for programs, such as {@code square-unauthorized}. */
    String code();

    /** Whether the same question may be answered later. */
    boolean mayHeal();
}
