package dev.squaresync.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on the loopback address that nobody listens on. */
public final class FreePorts {

    /** Below the range that Linux gives to outgoing connections, which could take a port between the look and the use. */
    private static final int FIRST = 22_000;

    private static final int LAST = 31_999;
    private static final int TRIES = 10_000;

    private FreePorts() {}

    /** That many different free ports, at random, so that several stacks side by side rarely choose the same. */
    public static List<Integer> take(int count) {
        Random random = ThreadLocalRandom.current();
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < TRIES && ports.size() < count; i++) {
            int port = FIRST + random.nextInt(LAST - FIRST + 1);
            if (!ports.contains(port) && isFree(port)) {
                ports.add(port);
            }
        }
        if (ports.size() < count) {
            throw new IllegalStateException("Found only " + ports.size() + " of " + count + " free ports");
        }
        return ports;
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
