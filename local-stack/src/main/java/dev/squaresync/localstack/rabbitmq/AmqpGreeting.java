package dev.squaresync.localstack.rabbitmq;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says hello in AMQP 0-9-1 and sees whether a broker answers: an open port alone does not say that it is ready. */
final class AmqpGreeting {

    private static final byte[] HEADER = "AMQP\0\0\11\1".getBytes(StandardCharsets.US_ASCII);
    private static final int METHOD_FRAME = 1;
    private static final int TIMEOUT_MILLIS = 2_000;

    private final int port;

    AmqpGreeting(int port) {
        this.port = port;
    }

    boolean isAnswered() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(HEADER);
            return socket.getInputStream().read() == METHOD_FRAME;
        } catch (IOException notYet) {
            return false;
        }
    }
}
