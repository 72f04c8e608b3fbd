package dev.squaresync.localstack.command;

import dev.squaresync.localstack.process.Waiting;
import dev.squaresync.localstack.scheduler.RunStatus;
import dev.squaresync.localstack.scheduler.SchedulerApi;
import dev.squaresync.localstack.stack.FirstSync;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Has the scheduler run a sync, full as long as none has completed on this data, and shows it until it ends. */
final class FirstRun {

    private static final Duration POLL = Duration.ofMillis(400);
    private static final Duration WITHOUT_ANSWER = Duration.ofMinutes(2);
    private static final double NANOS = 1e9;

    private final SchedulerApi scheduler;
    private final FirstSync firstSync;
    private final Screen screen;

    FirstRun(SchedulerApi scheduler, FirstSync firstSync, Screen screen) {
        this.scheduler = scheduler;
        this.firstSync = firstSync;
        this.screen = screen;
    }

    /**
     * Returns when the run has ended.
     *
     * @throws IOException if the scheduler does not answer for a while, or not as it should
     */
    RunStatus run() throws IOException {
        boolean full = !firstSync.isDone();
        long start = System.nanoTime();
        Optional<String> requested = scheduler.request(full, "up");
        screen.line("");
        screen.line(
                requested.isEmpty()
                        ? "A sync is running already; this is it:"
                        : full ? "The first full sync:" : "A sync of what has changed:");
        RunStatus end = follow(requested.isPresent() ? requested.get() : activeRun());
        new RunDisplay(screen).showEnd(end, (System.nanoTime() - start) / NANOS);
        if (full && requested.isPresent() && end.exitCode() == 0) {
            firstSync.done();
        }
        return end;
    }

    private String activeRun() throws IOException {
        return scheduler
                .activeRun()
                .orElseThrow(
                        () -> new IOException("the scheduler refused a run because another is active, but shows none"));
    }

    private RunStatus follow(String id) throws IOException {
        RunDisplay display = new RunDisplay(screen);
        while (true) {
            RunStatus run = ask(id);
            display.show(run);
            if (run.hasEnded()) {
                return run;
            }
            Waiting.pause(POLL);
        }
    }

    /** Asks again for a while, because the scheduler may be on its way back. */
    private RunStatus ask(String id) throws IOException {
        long end = System.nanoTime() + WITHOUT_ANSWER.toNanos();
        while (true) {
            try {
                return scheduler.run(id);
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Waiting.pause(POLL);
            }
        }
    }
}
