package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Refused;
import dev.squaresync.cli.api.Unreachable;
import dev.squaresync.cli.connection.NotRunning;
import dev.squaresync.cli.connection.WrongSetting;
import dev.squaresync.cli.output.LocalTime;
import dev.squaresync.cli.output.Screen;

/** Tells why a command failed, in a sentence, and finds its exit code. */
final class Failures {

    private final Screen screen;
    private final LocalTime time;

    Failures(Screen screen, LocalTime time) {
        this.screen = screen;
        this.time = time;
    }

    /** Says the problem; returns the exit code. */
    int told(Exception problem) {
        String sentence = String.valueOf(problem.getMessage());
        if (problem instanceof NobodyReads) {
            return ExitCode.UNEXPECTED;
        }
        if (problem instanceof NotRunning || problem instanceof Unreachable) {
            return told(sentence, ExitCode.UNREACHABLE);
        }
        if (problem instanceof WrongSetting || problem instanceof NotFound) {
            return told(sentence, ExitCode.USAGE);
        }
        if (problem instanceof Refused refused) {
            return refused(refused, time.in(sentence));
        }
        return told("This should not happen: " + problem, ExitCode.UNEXPECTED);
    }

    private int refused(Refused refused, String sentence) {
        int status = refused.status();
        return switch (status) {
            case 401, 403 ->
                told(
                        "The scheduler refused the token (" + status + "): check API_TOKEN. " + sentence,
                        ExitCode.REFUSED);
            case 409 ->
                told(
                        refused.isRunActive() ? sentence + " To cancel it and start anew: --force." : sentence,
                        ExitCode.REFUSED);
            default -> told(sentence, status < 500 ? ExitCode.USAGE : ExitCode.UNEXPECTED);
        };
    }

    private int told(String sentence, int exitCode) {
        screen.error(sentence);
        return exitCode;
    }
}
