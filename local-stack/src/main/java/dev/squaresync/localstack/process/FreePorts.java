package dev.squaresync.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on the loopback address that nobody listens on. */
public final class FreePorts {

    /** Below the range that Linux gives to outgoing connections, which could take a port between the look and the use. */
    private static final int FIRST = 22_000;

    private static final int LAST = 31_999;
    private static final int TRIES = 10_000;

    /** Kept open until the JVM ends, however it ends; the system then takes the claims back. */
    private static final Queue<DatagramSocket> CLAIMS = new ConcurrentLinkedQueue<>();

    private FreePorts() {}

    /** That many free ports, which no one else is given as long as this JVM runs, also not in another one on this machine. */
    public static List<Integer> take(int count) {
        Random random = ThreadLocalRandom.current();
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < TRIES && ports.size() < count; i++) {
            int port = FIRST + random.nextInt(LAST - FIRST + 1);
            if (isFree(port) && claim(port)) {
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

    /** Takes the UDP port of the same number, which nothing here uses: a claim that the system keeps for all processes. */
    private static boolean claim(int port) {
        try {
            return CLAIMS.add(new DatagramSocket(new InetSocketAddress(loopback(), port)));
        } catch (SocketException claimed) {
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
