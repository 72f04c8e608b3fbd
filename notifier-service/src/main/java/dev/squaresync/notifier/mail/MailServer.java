package dev.squaresync.notifier.mail;

import dev.squaresync.dependency.Dependency;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Arrays;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * The mail server. It is down if it could not be reached or refused before it was handed a mail (a wrong password included: no
 * other mail would fare better), or broke off while it was. What it says about one mail or its recipients is that mail's affair.
 */
@Component
final class MailServer implements Dependency {

    static final String NAME = "SMTP";

    /** Service not available, closing the channel (RFC 5321, 4.2.3). */
    private static final int CLOSING = 421;

    private static final int NO_REPLY = -1;

    // Looked up late: without SPRING_MAIL_HOST there is none, which MailSettings says in a sentence.
    private final ObjectProvider<JavaMailSenderImpl> server;

    MailServer(ObjectProvider<JavaMailSenderImpl> server) {
        this.server = server;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean explains(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MailException mail) {
                return isOutage(mail);
            }
        }
        return false;
    }

    /** What is to be told is stored, and can be told by others. */
    @Override
    public boolean pausesConsumers() {
        return false;
    }

    @Override
    public void probe() throws MessagingException {
        server.getObject().testConnection();
    }

    /** Whether nothing else would fare better now. */
    static boolean isOutage(MailException failure) {
        // Without a cause of its own, the server took the connection, and what followed is told of each mail.
        if (failure instanceof MailSendException send && send.getCause() == null) {
            return Arrays.stream(send.getMessageExceptions()).anyMatch(MailServer::brokeOff);
        }
        return failure instanceof MailSendException || failure instanceof MailAuthenticationException;
    }

    private static boolean brokeOff(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof SMTPSendFailedException mail && isOutage(mail.getReturnCode())
                    || cause instanceof SMTPAddressFailedException recipient && isOutage(recipient.getReturnCode())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(int replyCode) {
        return replyCode == CLOSING || replyCode == NO_REPLY;
    }
}
