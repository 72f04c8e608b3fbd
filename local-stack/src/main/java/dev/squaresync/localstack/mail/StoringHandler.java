package dev.squaresync.localstack.mail;

import java.io.IOException;
import java.io.InputStream;
import org.subethamail.smtp.MessageHandler;

/** Takes one mail, whoever sends it to whomever. */
final class StoringHandler implements MessageHandler {

    private final MailFolder mails;

    StoringHandler(MailFolder mails) {
        this.mails = mails;
    }

    @Override
    public void from(String from) {}

    @Override
    public void recipient(String recipient) {}

    @Override
    public String data(InputStream data) throws IOException {
        return "Stored as " + mails.store(data.readAllBytes()).getFileName();
    }

    @Override
    public void done() {}
}
