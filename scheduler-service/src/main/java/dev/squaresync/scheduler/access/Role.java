package dev.squaresync.scheduler.access;

import java.util.Arrays;
import java.util.Optional;

/** What somebody may do. */
public enum Role {
    /** May look. */
    VIEWER("viewer"),
    /** May do everything. */
    OPERATOR("operator");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** As tables, API and pages say it. */
    public String word() {
        return word;
    }

    /** Empty: no role is called so. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }
}
