package dev.squaresync.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class SimulatorCommandTest {
    @Test
    void one_line_tells_that_it_listens_and_a_signal_ends_it() throws Exception {
        Process process = simulator("--port", "0", "--token", "t", "--orders", "1000000");
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.readLine())
                    .startsWith("Square simulator listens on http://127.0.0.1:")
                    .endsWith(" with 1000000 orders, 900 items and 12 locations.");
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port 0|Give the access token that clients must send, with --token or SQUARE_SIMULATOR_TOKEN.",
                "--token t --port 70000|--port must be 0 to 65535, but is 70000.",
                "--token t --port x|Invalid value for option '--port': 'x' is not an int",
                "--token t --orders -1|The number of orders must be 0 or more, but is -1.",
                "--token t --items 0|The number of items must be 1 or more, but is 0.",
                "--token t --bind no-such-host.invalid|--bind names no address of this machine: 'no-such-host.invalid'.",
                "--token t --latency -1|--latency must be 0 or more milliseconds, but is -1.",
                "--token t --history-end soon|--history-end must be a time such as 2026-06-24T00:00:00Z, but is 'soon'.",
                "--token t --weather fine|Unknown options: '--weather', 'fine'"
            })
    void a_mistake_is_told_in_one_sentence(String arguments, String sentence) {
        assertThat(mistakeOf(arguments.split(" "))).containsExactly("square-simulator: " + sentence);
    }

    @Test
    void a_port_that_is_taken_is_told() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(mistakeOf("--token", "t", "--port", port))
                    .singleElement()
                    .asString()
                    .contains("Cannot listen on 127.0.0.1:" + port)
                    .contains("choose another with --port");
        }
    }

    private static List<String> mistakeOf(String... arguments) {
        StringWriter errors = new StringWriter();
        int exitCode = SimulatorCommand.commandLine(new SimulatorCommand())
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
        assertThat(exitCode).isEqualTo(2);
        return errors.toString().lines().toList();
    }

    private static Process simulator(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorCommand.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }
}
