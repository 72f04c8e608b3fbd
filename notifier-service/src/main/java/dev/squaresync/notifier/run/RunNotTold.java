package dev.squaresync.notifier.run;

import dev.squaresync.messaging.CodedFailure;
import dev.squaresync.notifier.mail.MailNotSent;

/** The mail about a run was not sent; it may be later. */
final class RunNotTold extends RuntimeException implements CodedFailure {

    private static final long serialVersionUID = 1L;

    RunNotTold(MailNotSent cause) {
        super(cause.getMessage(), cause);
    }

    @Override
    public String code() {
        return "mail-not-sent";
    }
}
