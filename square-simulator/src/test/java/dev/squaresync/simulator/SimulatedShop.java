package dev.squaresync.simulator;

import dev.squaresync.simulator.control.SimulatorControl;
import dev.squaresync.simulator.seed.ShopSettings;
import dev.squaresync.simulator.seed.ShopSize;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** A small shop with a clock of its own, listening. */
final class SimulatedShop implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-06-24T02:00:00Z");

    final SettableClock clock = new SettableClock(NOW);
    final SquareSimulator simulator;
    final SquareClient client;
    final SimulatorControl control;

    SimulatedShop(UnaryOperator<ShopSettings> settings) {
        ShopSettings small = settings(clock);
        try {
            InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            this.simulator = SquareSimulator.start(settings.apply(small), anyPort, clock);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        this.client = new SquareClient(simulator.baseUrl());
        this.control = simulator.control();
    }

    SimulatedShop() {
        this(settings -> settings);
    }

    static ShopSettings settings(SettableClock clock) {
        return ShopSettings.defaults(clock)
                .withSize(new ShopSize(2_000, 200, 12))
                .withAccessToken(SquareClient.TOKEN);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
