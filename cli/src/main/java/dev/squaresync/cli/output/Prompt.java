package dev.squaresync.cli.output;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Asks the person at the terminal. */
public final class Prompt {

    private final Screen screen;
    private final BufferedReader in;

    public Prompt(Screen screen, BufferedReader in) {
        this.screen = screen;
        this.in = in;
    }

    /** There is somebody to ask. */
    public boolean isPossible() {
        return screen.isTerminal();
    }

    /** Anything but a clear yes is a no, the end of the input included. */
    public boolean confirms(String question) {
        screen.ask(question + " [y/N] ");
        try {
            String answer = in.readLine();
            return answer != null
                    && (answer.strip().toLowerCase(Locale.ROOT).equals("y")
                            || answer.strip().toLowerCase(Locale.ROOT).equals("yes"));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * One line, which a terminal does not show.
     *
     * @param question only asked at a terminal
     * @return empty: there is none
     */
    public Optional<String> secret(String question) {
        Console console = System.console();
        if (isPossible() && console != null) {
            screen.ask(question);
            char[] typed = console.readPassword();
            return typed == null ? Optional.empty() : Optional.of(new String(typed));
        }
        if (isPossible()) {
            screen.ask(question);
        }
        try {
            return Optional.ofNullable(in.readLine()).filter(line -> !line.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
