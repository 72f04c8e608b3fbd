package dev.squaresync.writer.command;

import dev.squaresync.messaging.CodedFailure;
import dev.squaresync.writer.mirror.CommandNotDone;

/** The mirror cannot do this now, but may later. */
final class CommandPostponed extends RuntimeException implements CodedFailure {

    private static final long serialVersionUID = 1L;

    CommandPostponed(CommandNotDone cause) {
        super(cause.getMessage(), cause);
    }

    @Override
    public String code() {
        return "command-not-done";
    }
}
