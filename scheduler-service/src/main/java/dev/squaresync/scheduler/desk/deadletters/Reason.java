package dev.squaresync.scheduler.desk.deadletters;

/** Why something is discarded, as it was typed. */
final class Reason {

    private static final int LONGEST = 500;

    private Reason() {}

    /** One line of plain text; empty: none was given. */
    static String of(String typed) {
        String plain = typed.strip().replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }
}
