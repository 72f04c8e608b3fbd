package dev.squaresync.localstack.bench;

import dev.squaresync.localstack.process.Waiting;
import dev.squaresync.localstack.scheduler.RunStatus;
import dev.squaresync.localstack.scheduler.SchedulerApi;
import dev.squaresync.localstack.stack.Endpoints;
import dev.squaresync.localstack.stack.PartName;
import dev.squaresync.localstack.stack.Service;
import dev.squaresync.localstack.stack.StackSettings;
import dev.squaresync.localstack.stack.SystemStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A whole system of its own, with a shop of a given size, that is measured from outside. */
final class BenchStack implements AutoCloseable {

    private static final Duration LONGEST_SYNC = Duration.ofMinutes(30);
    private static final List<PartName> SERVICES =
            List.of(PartName.SCHEDULER, PartName.FETCHER, PartName.WRITER, PartName.NOTIFIER);

    private final SystemStack stack;
    private final Connection connection;
    private final SchedulerApi scheduler;

    private BenchStack(SystemStack stack, Connection connection) {
        this.stack = stack;
        this.connection = connection;
        Endpoints endpoints = stack.endpoints();
        this.scheduler = new SchedulerApi(endpoints.get("SCHEDULER_URL"), endpoints.get("API_TOKEN"));
    }

    static BenchStack start(Path checkout, Path home, int orders) throws IOException, SQLException {
        Files.createDirectories(home);
        SystemStack stack = SystemStack.of(StackSettings.inFolder(checkout, home)
                .withOrders(orders)
                .withTimeZone("UTC")
                // What is measured is this system, not a limit that protects Square.
                .withVariable(Service.FETCHER, "SQUARE_REQUESTS_PER_SECOND", "100000"));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.start();
        return new BenchStack(stack, connect(stack.endpoints()));
    }

    MirrorTables mirror() {
        return new MirrorTables(connection);
    }

    /**
     * Syncs the whole history, from the request to the end.
     *
     * @throws IllegalStateException if the run does not end COMPLETED
     */
    Duration syncEverything() throws IOException {
        long start = System.nanoTime();
        String id = scheduler
                .request(true, "bench")
                .orElseThrow(() -> new IllegalStateException("Another run is active in the stack of the benchmark."));
        Waiting.until(LONGEST_SYNC, () -> run(id).hasEnded());
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        RunStatus run = run(id);
        if (!run.state().equals("COMPLETED")) {
            throw new IllegalStateException("The run to measure ended " + run.state() + ": " + run.streams());
        }
        return duration;
    }

    /** The most memory, in MiB, that each service has had so far: heap, code, stacks and all. */
    List<Peak> peaks() {
        return SERVICES.stream()
                .map(service -> new Peak(service, peakMib(service)))
                .toList();
    }

    record Peak(PartName service, long mebibytes) {}

    @Override
    public void close() throws SQLException {
        connection.close();
        stack.close();
    }

    private long peakMib(PartName service) {
        try {
            return Files.readAllLines(
                            Path.of("/proc", Long.toString(stack.part(service).pid()), "status"))
                    .stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kibibytes -> Long.parseLong(kibibytes) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the memory of the " + service, e);
        }
    }

    private RunStatus run(String id) {
        try {
            return scheduler.run(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Connection connect(Endpoints endpoints) throws SQLException {
        URI uri = URI.create(endpoints.get("DATABASE_URL"));
        String[] user = uri.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath(), user[0], user[1]);
    }
}
