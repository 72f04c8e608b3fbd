package dev.squaresync.localstack.mail;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on 127.0.0.1 that accepts every mail and writes each as one {@code .eml} file into a folder. */
public final class MailCatcher implements AutoCloseable {

    private static final int MAX_MAIL_BYTES = 20_000_000;

    private final SMTPServer server;

    private MailCatcher(SMTPServer server) {
        this.server = server;
    }

    /**
     * Starts a server, which ends with {@link #close} or with this process.
     *
     * @param port the port, 0 for any free one
     * @param folder where the files go; created when missing
     */
    public static MailCatcher start(int port, Path folder, Clock clock) {
        MailFolder mails = new MailFolder(folder, clock);
        SMTPServer server = SMTPServer.port(port)
                .bindAddress(loopback())
                .hostName("localhost")
                .maxMessageSize(MAX_MAIL_BYTES)
                .messageHandlerFactory(context -> new StoringHandler(mails))
                .build();
        server.start();
        return new MailCatcher(server);
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(loopback(), server.getPortAllocated());
    }

    @Override
    public void close() {
        server.stop();
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }
}
