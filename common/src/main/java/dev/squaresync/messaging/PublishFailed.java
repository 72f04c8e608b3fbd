package dev.squaresync.messaging;

import org.jspecify.annotations.Nullable;

/** The broker did not take a message over, or could not route it: it must be published again. */
public final class PublishFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PublishFailed(String address, String reason, @Nullable Throwable cause) {
        super("Not published to " + address + ": " + reason + ".", cause);
    }
}
