package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.Refused;
import dev.squaresync.cli.api.Run;
import dev.squaresync.cli.api.SchedulerApi;
import dev.squaresync.cli.api.Unreachable;
import dev.squaresync.cli.output.ProgressView;
import dev.squaresync.cli.output.Screen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Looks at a run again and again until it has ended. A scheduler that restarts meanwhile is waited for. */
final class Follower {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final SchedulerApi scheduler;
    private final ProgressView progress;
    private final Screen screen;
    private final Clock clock;
    private final Duration betweenLooks;

    Follower(SchedulerApi scheduler, ProgressView progress, Screen screen, Clock clock, Duration betweenLooks) {
        this.scheduler = scheduler;
        this.progress = progress;
        this.screen = screen;
        this.clock = clock;
        this.betweenLooks = betweenLooks;
    }

    /** Throws {@link Unreachable} after two minutes without an answer, and {@link NobodyReads} after {@code | head}. */
    Answer<Run> untilEnd(String id) {
        Instant lastAnswer = clock.instant();
        while (true) {
            try {
                Answer<Run> answer = scheduler.run(id);
                lastAnswer = clock.instant();
                progress.show(answer.value());
                if (!answer.value().isActive()) {
                    return answer;
                }
            } catch (Unreachable e) {
                waitOrGiveUp(e, lastAnswer, String.valueOf(e.getMessage()));
            } catch (Refused e) {
                if (e.status() < 500) {
                    throw e;
                }
                waitOrGiveUp(e, lastAnswer, String.valueOf(e.getMessage()));
            }
            if (screen.isClosed()) {
                throw new NobodyReads();
            }
            LockSupport.parkNanos(betweenLooks.toNanos());
        }
    }

    private void waitOrGiveUp(RuntimeException e, Instant lastAnswer, String reason) {
        if (clock.instant().isAfter(lastAnswer.plus(PATIENCE))) {
            throw e;
        }
        progress.waiting(reason);
    }
}
