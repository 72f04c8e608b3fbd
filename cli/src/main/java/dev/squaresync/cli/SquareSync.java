package dev.squaresync.cli;

import dev.squaresync.cli.command.Commands;
import dev.squaresync.cli.command.Session;
import dev.squaresync.cli.connection.Connections;
import dev.squaresync.cli.output.Prompt;
import dev.squaresync.cli.output.Screen;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/** The operator's commands. */
public final class SquareSync {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);

    private SquareSync() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Screen screen = new Screen(
                utf8(FileDescriptor.out), utf8(FileDescriptor.err), isTerminal(), !environment.containsKey("NO_COLOR"));
        Session session = new Session(
                new Connections(environment, checkout(environment)),
                screen,
                new Prompt(screen, new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))),
                Clock.systemUTC(),
                ZoneId.systemDefault(),
                BETWEEN_LOOKS);
        int exitCode = new Commands(session).run(arguments);
        System.exit(exitCode);
    }

    /** Where the script ./square-sync lies, which says so. */
    private static Path checkout(Map<String, String> environment) {
        String home = environment.get("SQUARE_SYNC_HOME");
        return Path.of(home != null ? home : System.getProperty("checkout", "."));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** From Java 22 there is a console also without a terminal, and a method that tells; on 17 the console itself tells. */
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
