package dev.squaresync.simulator;

import com.sun.net.httpserver.HttpServer;
import dev.squaresync.simulator.api.ApiHandler;
import dev.squaresync.simulator.control.Conditions;
import dev.squaresync.simulator.control.ControlHandler;
import dev.squaresync.simulator.control.Latency;
import dev.squaresync.simulator.control.PendingChanges;
import dev.squaresync.simulator.control.RateLimit;
import dev.squaresync.simulator.control.SimulatorControl;
import dev.squaresync.simulator.control.TokenFacts;
import dev.squaresync.simulator.control.Traffic;
import dev.squaresync.simulator.cursor.CursorBook;
import dev.squaresync.simulator.fault.FaultBook;
import dev.squaresync.simulator.fault.Faults;
import dev.squaresync.simulator.seed.ShopSettings;
import dev.squaresync.simulator.shop.Shop;
import dev.squaresync.simulator.wire.ReplySender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A Square API that listens until it is closed. */
public final class SquareSimulator implements AutoCloseable {
    /** Requests answered side by side; more of them wait. */
    private static final int THREADS = 32;

    private final HttpServer server;
    private final ExecutorService threads;
    private final ReplySender sender;
    private final SimulatorControl control;

    private SquareSimulator(HttpServer server, ShopSettings settings, Clock clock) {
        this.server = server;
        this.threads = Executors.newFixedThreadPool(THREADS);
        this.sender = new ReplySender();
        Shop shop = new Shop(settings, clock);
        CursorBook cursors = new CursorBook(clock);
        FaultBook faults = new FaultBook();
        Conditions conditions = new Conditions(
                new Latency(), new RateLimit(), new Traffic(), new PendingChanges(shop), new TokenFacts());
        this.control = new SimulatorControl(settings, shop, faults, cursors, conditions);
        Faults faulty = new Faults(faults, cursors);
        ApiHandler api = new ApiHandler(shop, settings.accessToken(), faulty, cursors, conditions, sender);
        server.createContext("/v2", api);
        server.createContext("/oauth2", api);
        server.createContext("/control", new ControlHandler(control));
        server.setExecutor(threads);
    }

    /**
     * Starts on this machine's loopback address, by the system's clock.
     *
     * @param port 0 for any that is free
     */
    public static SquareSimulator start(ShopSettings settings, int port) {
        try {
            return start(settings, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator cannot listen on port " + port, e);
        }
    }

    /**
     * @param clock tells when changes happen and cursors expire
     * @throws IOException if it cannot listen at the address
     */
    public static SquareSimulator start(ShopSettings settings, InetSocketAddress address, Clock clock)
            throws IOException {
        // Headers and body go out in two writes, which Nagle's algorithm would hold up by 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(address, 0);
        SquareSimulator simulator = new SquareSimulator(server, settings, clock);
        server.start();
        return simulator;
    }

    /** The address to give to clients, without a slash at its end. */
    public URI baseUrl() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    }

    public SimulatorControl control() {
        return control;
    }

    /** Ends at once; requests that are being answered are cut off. */
    @Override
    public void close() {
        sender.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
