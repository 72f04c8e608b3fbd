package dev.squaresync.cli.doctor;

/** How bad a finding is. */
public enum Level {
    OK("ok"),
    /** Something is missing to look at it; that is no finding about the system. */
    NOT_CHECKED("not checked"),
    WARNING("WARNING"),
    PROBLEM("PROBLEM");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
