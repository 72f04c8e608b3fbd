package dev.squaresync.simulator.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the access token may do, and until when. A revoked one is refused whatever is asked. */
public final class TokenFacts {
    private static final List<String> ALL =
            List.of("INVENTORY_READ", "ITEMS_READ", "MERCHANT_PROFILE_READ", "ORDERS_READ");

    private List<String> scopes = ALL;
    private @Nullable Instant expiresAt;
    private boolean revoked;

    public synchronized List<String> scopes() {
        return scopes;
    }

    /** Null: it never expires, as a personal token. */
    public synchronized @Nullable Instant expiresAt() {
        return expiresAt;
    }

    public synchronized boolean revoked() {
        return revoked;
    }

    /** @param newScopes null: all that a sync needs */
    public synchronized void set(@Nullable List<String> newScopes, @Nullable Instant newExpiresAt, boolean nowRevoked) {
        scopes = newScopes == null ? ALL : List.copyOf(newScopes);
        expiresAt = newExpiresAt;
        revoked = nowRevoked;
    }
}
