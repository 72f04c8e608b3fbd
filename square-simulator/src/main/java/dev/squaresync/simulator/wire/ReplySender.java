package dev.squaresync.simulator.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sends replies in the way in which they should come. */
public final class ReplySender implements AutoCloseable {
    /** Longer than any client waits. */
    private static final Duration NEVER_ANSWERED = Duration.ofMinutes(3);

    private static final Duration SLOW_STEP = Duration.ofMillis(250);
    private static final int SLOW_BYTES = 64;
    private static final int PIECE_BYTES = 1 << 16;

    private final CountDownLatch closing = new CountDownLatch(1);

    /** Waits, but not longer than until the simulator closes. */
    public void waitFor(Duration duration) {
        if (duration.isZero()) {
            return;
        }
        try {
            closing.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void send(HttpExchange exchange, Reply reply) throws IOException {
        if (reply.delivery() == Reply.Delivery.NEVER) {
            waitFor(NEVER_ANSWERED);
            return;
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = reply.body();
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        OutputStream stream = exchange.getResponseBody();
        switch (reply.delivery()) {
            case CUT -> stream.write(body, 0, body.length / 2);
            case SLOW -> sendSlowly(body, stream);
            default -> sendInPieces(body, stream);
        }
    }

    /** The server keeps buffers as large as the largest write for each connection. */
    private static void sendInPieces(byte[] body, OutputStream stream) throws IOException {
        for (int at = 0; at < body.length; at += PIECE_BYTES) {
            stream.write(body, at, Math.min(PIECE_BYTES, body.length - at));
        }
    }

    private void sendSlowly(byte[] body, OutputStream stream) throws IOException {
        for (int at = 0; at < body.length && closing.getCount() > 0; at += SLOW_BYTES) {
            stream.write(body, at, Math.min(SLOW_BYTES, body.length - at));
            stream.flush();
            waitFor(SLOW_STEP);
        }
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
