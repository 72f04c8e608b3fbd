package dev.squaresync.messaging;

import org.jspecify.annotations.Nullable;

/** The broker did not take a message over, or could not route it: it must be published again. */
public final class PublishFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean brokerAtFault;

    private PublishFailed(String address, String reason, @Nullable Throwable cause, boolean brokerAtFault) {
        super("Not published to " + address + ": " + reason + ".", cause);
        this.brokerAtFault = brokerAtFault;
    }

    /** Any other message would have failed as well. */
    static PublishFailed byBroker(String address, String reason, @Nullable Throwable cause) {
        return new PublishFailed(address, reason, cause, true);
    }

    /** The message itself, or its address, may be what the broker did not like. */
    static PublishFailed byMessage(String address, String reason, @Nullable Throwable cause) {
        return new PublishFailed(address, reason, cause, false);
    }

    /** Whether the broker could not be reached or takes nothing at all just now. */
    boolean isBrokerAtFault() {
        return brokerAtFault;
    }
}
