package dev.squaresync.direct.command;

import dev.squaresync.direct.read.StreamFigures;
import dev.squaresync.direct.report.Outcome;
import dev.squaresync.fetcher.square.Problem;
import dev.squaresync.writer.mirror.PageNotWritten;

/** What the command's end means. */
final class Ending {

    private Ending() {}

    static int exitCode(Outcome outcome) {
        if (outcome.isComplete()) {
            return ExitCode.DONE;
        }
        if (outcome.figures().stream().anyMatch(StreamFigures::isComplete)) {
            return ExitCode.PARTIAL;
        }
        return outcome.failures().values().stream().anyMatch(Ending::isOutOfReach)
                ? ExitCode.UNREACHABLE
                : ExitCode.FAILED;
    }

    private static boolean isOutOfReach(RuntimeException failure) {
        return failure instanceof PageNotWritten || failure instanceof Problem problem && problem.mayHeal();
    }
}
