package dev.squaresync.localstack.bench;

import dev.squaresync.localstack.process.StartFailure;
import dev.squaresync.localstack.stack.RunningStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./square-sync bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures a sync of the whole history against COPY of the same rows, a sync with nothing changed, and three times"
                    + " the history, in stacks of its own. Takes some minutes; what \"up\" runs is not touched."
        })
public final class BenchCommand implements Callable<Integer> {

    private static final int TIMES = 3;

    @Option(names = "--orders", defaultValue = "30391", description = "Orders in the shop (default: ${DEFAULT-VALUE}).")
    private int orders;

    @Option(names = "--rounds", defaultValue = "3", description = "Measurements of each (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Override
    public Integer call() throws IOException, SQLException {
        if (orders < 1 || rounds < 1) {
            System.err.println("--orders and --rounds must be 1 or more.");
            return 2;
        }
        Path checkout =
                Path.of(System.getProperty("checkout", "")).toAbsolutePath().normalize();
        Path home = checkout.resolve(".local/bench");
        try {
            measure(checkout, home);
        } catch (StartFailure e) {
            System.err.println(e.getMessage() + ": see " + e.log());
            return 1;
        }
        RunningStack.in(home.resolve("one")).wipe();
        RunningStack.in(home.resolve("three")).wipe();
        return 0;
    }

    private void measure(Path checkout, Path home) throws IOException, SQLException {
        Measured one = measure(checkout, home.resolve("one"), orders);
        Measured three = measure(checkout, home.resolve("three"), TIMES * orders);
        System.out.println();
        new BenchReport(one.result(), three.result())
                .lines(one.peaks(), three.peaks())
                .forEach(System.out::println);
        System.out.println();
        System.out.println(one.machine());
    }

    private record Measured(Rounds.Result result, List<BenchStack.Peak> peaks, String machine) {}

    private Measured measure(Path checkout, Path home, int size) throws IOException, SQLException {
        System.out.printf("Starting a stack with %,d orders ...%n", size);
        try (BenchStack stack = BenchStack.start(checkout, home, size)) {
            Rounds.Result result = new Rounds(stack, home.resolve("export"), System.out::println).measure(rounds);
            return new Measured(result, stack.peaks(), machine(stack.mirror()));
        }
    }

    private static String machine(MirrorTables mirror) throws IOException, SQLException {
        String cpu = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown processor");
        return "Measured on %d cores (%s), Java %s, PostgreSQL %s."
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        cpu,
                        Runtime.version().feature(),
                        mirror.version());
    }
}
