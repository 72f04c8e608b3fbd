package dev.squaresync.cli.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What programs come in with, beside the token of the scheduler's settings. */
public record Tokens(List<Token> tokens) {

    /**
     * @param role viewer or operator
     * @param lastUsedAt null: never
     * @param revokedAt null: it is in force
     */
    public record Token(
            String id,
            String name,
            String role,
            Instant createdAt,
            String createdBy,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt,
            @Nullable String revokedBy) {}

    /** @param token what the program must send; shown this once */
    public record Issued(String id, String name, String role, Instant createdAt, String createdBy, String token) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Issued[id=" + id + "]";
        }
    }
}
