package dev.squaresync.simulator;

import dev.squaresync.simulator.control.SimulatorControl;
import dev.squaresync.simulator.seed.ShopSettings;
import dev.squaresync.simulator.seed.ShopSize;
import dev.squaresync.simulator.wire.Resource;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the simulator as a process of its own until it is told to end. */
@Command(
        name = "square-simulator",
        mixinStandardHelpOptions = true,
        description = "A Square API with a shop of synthetic data, strict about Square's rules.")
public final class SimulatorCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--port", defaultValue = "8090", description = "Port to listen on (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--bind",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    private String bind = "127.0.0.1";

    @Option(
            names = "--token",
            defaultValue = "${env:SQUARE_SIMULATOR_TOKEN}",
            description = "Access token that clients must send (default: SQUARE_SIMULATOR_TOKEN).")
    private @Nullable String token;

    @Option(names = "--orders", defaultValue = "30391", description = "Number of orders (default: ${DEFAULT-VALUE}).")
    private long orders;

    @Option(names = "--items", defaultValue = "900", description = "Number of items (default: ${DEFAULT-VALUE}).")
    private int items;

    @Option(
            names = "--locations",
            defaultValue = "12",
            description = "Number of locations (default: ${DEFAULT-VALUE}).")
    private int locations;

    @Option(names = "--seed", defaultValue = "20260624", description = "Seed of the shop (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--history-end",
            description =
                    "Instant before which the first orders end, e.g. 2026-06-24T00:00:00Z (default: the last hour).")
    private @Nullable String historyEnd;

    @Option(
            names = "--years",
            defaultValue = "3",
            description = "Years of 365 days that the history is long (default: ${DEFAULT-VALUE}).")
    private int years;

    @Option(
            names = "--latency",
            defaultValue = "0",
            description = "Milliseconds before each answer (default: ${DEFAULT-VALUE}).")
    private long latencyMillis;

    public static void main(String[] arguments) {
        System.exit(commandLine(new SimulatorCommand()).execute(arguments));
    }

    static CommandLine commandLine(SimulatorCommand command) {
        return new CommandLine(command).setParameterExceptionHandler(SimulatorCommand::tellMistake);
    }

    /** One sentence for people instead of all the options. */
    private static int tellMistake(ParameterException mistake, String[] arguments) {
        mistake.getCommandLine().getErr().println("square-simulator: " + mistake.getMessage());
        return mistake.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
    }

    @Override
    public Integer call() throws InterruptedException {
        ShopSettings settings = settings();
        CountDownLatch ended = new CountDownLatch(1);
        try (SquareSimulator simulator = start(settings)) {
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
            SimulatorControl control = simulator.control();
            control.latency(Resource.ANY, Duration.ofMillis(latencyMillis));
            PrintWriter out = commandLine().getOut();
            out.printf(
                    "Square simulator listens on %s with %d orders, %d items and %d locations.%n",
                    simulator.baseUrl(), orders, items, locations);
            out.flush();
            ended.await();
        }
        return 0;
    }

    private ShopSettings settings() {
        if (token == null || token.isBlank()) {
            throw mistake("Give the access token that clients must send, with --token or SQUARE_SIMULATOR_TOKEN.");
        }
        if (years < 1 || years > 100) {
            throw mistake("--years must be 1 to 100, but is " + years + ".");
        }
        if (latencyMillis < 0) {
            throw mistake("--latency must be 0 or more milliseconds, but is " + latencyMillis + ".");
        }
        try {
            ShopSettings settings = ShopSettings.defaults(Clock.systemUTC())
                    .withSeed(seed)
                    .withHistory(Duration.ofDays(365L * years))
                    .withSize(new ShopSize(orders, items, locations))
                    .withAccessToken(token);
            return historyEnd == null ? settings : settings.withHistoryEnd(Instant.parse(historyEnd));
        } catch (DateTimeException e) {
            throw mistake("--history-end must be a time such as 2026-06-24T00:00:00Z, but is '" + historyEnd + "'.");
        } catch (IllegalArgumentException e) {
            throw mistake(String.valueOf(e.getMessage()));
        }
    }

    private SquareSimulator start(ShopSettings settings) {
        if (port < 0 || port > 65_535) {
            throw mistake("--port must be 0 to 65535, but is " + port + ".");
        }
        InetSocketAddress address = new InetSocketAddress(bind, port);
        if (address.isUnresolved()) {
            throw mistake("--bind names no address of this machine: '" + bind + "'.");
        }
        try {
            return SquareSimulator.start(settings, address, Clock.systemUTC());
        } catch (IOException e) {
            throw mistake("Cannot listen on " + bind + ":" + port + " (" + e.getMessage()
                    + "): choose another with --port, or end the process that uses it.");
        }
    }

    private ParameterException mistake(String sentence) {
        return new ParameterException(commandLine(), sentence);
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
