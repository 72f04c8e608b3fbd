package dev.squaresync.cli;

import dev.squaresync.cli.command.Commands;
import dev.squaresync.cli.command.Session;
import dev.squaresync.cli.connection.Connections;
import dev.squaresync.cli.output.Prompt;
import dev.squaresync.cli.output.Screen;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** The commands with an environment, a screen and a clock of their own; it is 02:00:20 in Berlin. */
final class TestCli {

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Path checkout;
    private Screen screen = screen(out, false);
    private String typed = "";
    private Clock clock = Clock.fixed(Instant.parse("2026-11-22T01:00:20Z"), ZoneId.of("UTC"));

    TestCli(StandInScheduler scheduler, Path checkout) {
        this.checkout = checkout;
        environment.put("SCHEDULER_URL", scheduler.url());
        environment.put("API_TOKEN", StandInScheduler.TOKEN);
    }

    int command(String... arguments) {
        Session session = new Session(
                new Connections(environment, checkout),
                screen,
                new Prompt(screen, new BufferedReader(new StringReader(typed))),
                clock,
                ZoneId.of("Europe/Berlin"),
                Duration.ofMillis(1));
        return new Commands(session).run(arguments);
    }

    Map<String, String> environment() {
        return environment;
    }

    void onTerminal() {
        screen = screen(out, true);
    }

    /** A person at a terminal types this. */
    void onTerminalTyping(String line) {
        onTerminal();
        typed = line + "\n";
    }

    /** What is piped into the command. */
    void withInput(String input) {
        typed = input;
    }

    void withClock(Clock other) {
        clock = other;
    }

    /** What {@code | head} leaves behind. */
    void withClosedPipe() {
        screen = screen(new ClosedPipe(), false);
    }

    /** Lays out what {@code ./square-sync up} writes about a scheduler that it has started. */
    void upWrote(String url) throws IOException {
        Path folder = Files.createDirectories(checkout.resolve(".local"));
        Files.writeString(
                folder.resolve("endpoints.env"),
                "SCHEDULER_URL=" + url + "\nAPI_TOKEN=" + StandInScheduler.TOKEN + "\n");
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Screen screen(OutputStream stream, boolean terminal) {
        return new Screen(
                new PrintStream(stream, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                true);
    }

    private static final class ClosedPipe extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    }
}
