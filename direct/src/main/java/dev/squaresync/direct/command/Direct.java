package dev.squaresync.direct.command;

import dev.squaresync.direct.report.Screen;
import dev.squaresync.direct.setting.Surroundings;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The emergency path and the dry run, as a process. */
public final class Direct {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Direct() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Screen screen = new Screen(utf8(FileDescriptor.out), utf8(FileDescriptor.err), isTerminal());
        Desk desk = new Desk(
                () -> Surroundings.of(environment, checkout(environment)), screen, Clock.systemUTC(), PATIENCE);
        System.exit(new Commands(desk).run(arguments));
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
