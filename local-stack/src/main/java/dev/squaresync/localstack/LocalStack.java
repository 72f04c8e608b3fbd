package dev.squaresync.localstack;

import dev.squaresync.localstack.command.Commands;

/** Entry point of the runnable jar. */
public final class LocalStack {

    private LocalStack() {}

    public static void main(String[] arguments) {
        System.exit(Commands.run(arguments));
    }
}
