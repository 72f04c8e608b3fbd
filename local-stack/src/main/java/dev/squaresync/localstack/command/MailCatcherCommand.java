package dev.squaresync.localstack.command;

import dev.squaresync.localstack.mail.MailCatcher;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "mail-catcher",
        hidden = true,
        description = "Accepts mails and keeps each as a file, until it is ended by a signal.")
final class MailCatcherCommand implements Callable<Integer> {

    @Option(names = "--port", required = true)
    private int port;

    @Option(names = "--folder", required = true)
    private Path folder = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
        try (MailCatcher catcher = MailCatcher.start(port, folder, Clock.systemUTC())) {
            System.out.println("Mails to " + catcher.address() + " go into " + folder);
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
