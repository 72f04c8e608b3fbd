package dev.squaresync.systemtests;

import dev.squaresync.invariants.Watch;
import dev.squaresync.localstack.process.Part;
import dev.squaresync.localstack.process.StartFailure;
import dev.squaresync.localstack.stack.Endpoints;
import dev.squaresync.localstack.stack.PartName;
import dev.squaresync.localstack.stack.RunningStack;
import dev.squaresync.localstack.stack.Service;
import dev.squaresync.localstack.stack.StackSettings;
import dev.squaresync.localstack.stack.SystemStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

/** A whole system of one's own to break, with a network that can be broken as well. */
final class FaultStack implements AutoCloseable {

    private static final int STARTS = 5;

    private final SystemStack system;
    private final Network network;

    private FaultStack(SystemStack system, Network network) {
        this.system = system;
        this.network = network;
    }

    /**
     * Prepares an empty stack; nothing is started yet, and what an interrupted test left behind is gone.
     *
     * @param name of its folder
     * @param change what its settings have besides
     */
    static FaultStack prepared(String name, UnaryOperator<StackSettings> change) {
        Path checkout = Path.of(System.getProperty("checkout"));
        Path home = checkout.resolve("system-tests/target").resolve(name);
        RunningStack earlier = RunningStack.in(home);
        earlier.stop();
        earlier.wipe();
        create(home);
        StackSettings settings = change.apply(StackSettings.inFolder(checkout, home)
                .withRetryWaits("500ms,1s,2s,4s,8s,15s")
                .withVariable(Service.FETCHER, "SQUARE_REQUESTS_PER_SECOND", "200")
                // Small pages, so that every partition has several.
                .withVariable(Service.FETCHER, "SQUARE_ORDERS_PAGE_SIZE", "100")
                .withVariable(Service.FETCHER, "SQUARE_PATIENCE_READ", "5s")
                .withTimeZone("Europe/Berlin"));
        Network network = new Network(settings);
        SystemStack system = SystemStack.of(network.through(settings));
        Runtime.getRuntime().addShutdownHook(new Thread(system::close));
        return new FaultStack(system, network);
    }

    /** Starts everything, and watches the mirror from then on. */
    FaultStack start() {
        system.start();
        system.archiveClasses();
        try (Connection connection = system.connectToDatabase()) {
            Watch.install(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The watch cannot be installed", e);
        }
        return this;
    }

    SystemStack system() {
        return system;
    }

    Network network() {
        return network;
    }

    Shop shop() {
        return new Shop(endpoints().get("SQUARE_BASE_URL"));
    }

    Runs runs() {
        return new Runs(endpoints().get("SCHEDULER_URL"), endpoints().get("API_TOKEN"));
    }

    Http scheduler() {
        return new Http(
                endpoints().get("SCHEDULER_URL"), "Bearer " + endpoints().get("API_TOKEN"));
    }

    Mirror mirror() {
        return new Mirror(endpoints().get("DATABASE_URL"));
    }

    Broker broker() {
        return new Broker(endpoints());
    }

    Endpoints endpoints() {
        return system.endpoints();
    }

    /** Starts a part until it stays: one that needs another which is just down ends and is started again, as in production. */
    void start(PartName name) {
        Part part = system.part(name);
        for (int attempt = 1; attempt < STARTS; attempt++) {
            try {
                part.start();
                return;
            } catch (StartFailure again) {
                part.kill();
            }
        }
        part.start();
    }

    /** Whatever is down comes back and every network is whole. */
    void repair() {
        network.pass();
        for (PartName name : PartName.values()) {
            system.part(name).resume();
            start(name);
        }
    }

    @Override
    public void close() {
        system.close();
        network.close();
    }

    private static void create(Path home) {
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + home, e);
        }
    }
}
