package dev.squaresync.notifier.mail;

import java.util.UUID;
import org.springframework.core.NestedExceptionUtils;

/** The mail server could not be reached or did not take a mail; trying again later may help. */
public final class MailNotSent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String subject;

    MailNotSent(String server, UUID runId, String subject, Exception cause) {
        super(
                "The mail server " + server + " did not take the mail about run " + runId + ": "
                        + NestedExceptionUtils.getMostSpecificCause(cause).getMessage(),
                cause);
        this.subject = subject;
    }

    /** Of the mail. */
    public String subject() {
        return subject;
    }
}
