package dev.squaresync.localstack.command;

import dev.squaresync.localstack.stack.RunningStack;
import dev.squaresync.localstack.stack.StackLock;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops what \"up\" started, and nothing else. Data stays, unless it is wiped.")
final class DownCommand implements Callable<Integer> {

    @Option(names = "--wipe", description = "Delete the data, mails, logs and passwords as well.")
    private boolean wipe;

    @Override
    public Integer call() {
        Path home = Checkout.current().home();
        StackLock lock = StackLock.tryTake(home)
                .orElseThrow(
                        () -> new UserMistake("Another ./square-sync up or down is starting or stopping things here:"
                                + " wait for it, or end it with Ctrl-C."));
        try (lock) {
            RunningStack stack = RunningStack.in(home);
            stop(stack);
            if (wipe) {
                stack.wipe();
                System.out.println("Data, mails, logs and passwords are deleted.");
            }
        }
        return 0;
    }

    private static void stop(RunningStack stack) {
        if (stack.started().isEmpty()) {
            System.out.println("Nothing is running here.");
            return;
        }
        System.out.println("Stopping...");
        stack.stop();
        System.out.println("Stopped.");
    }
}
