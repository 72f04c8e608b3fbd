package dev.squaresync.fetcher.token;

import dev.squaresync.fetcher.square.Square;
import dev.squaresync.fetcher.square.SquareRefused;
import dev.squaresync.fetcher.square.SquareUnavailable;
import dev.squaresync.fetcher.square.TokenStatus;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks Square now and then about the access token, so that people hear of its end before the night does. */
@Component
class TokenCheck implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TokenCheck.class);

    /** When Square could not be asked, or nobody could be told. */
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

    private static final String UNAUTHORIZED = "square-unauthorized";

    private final Square square;
    private final TokenReports reports;
    private final TokenSettings settings;
    private @Nullable ScheduledExecutorService worker;

    TokenCheck(Square square, TokenReports reports, TokenSettings settings) {
        this.square = square;
        this.reports = reports;
        this.settings = settings;
    }

    /** @return whether Square has said something about the token, and everybody knows */
    boolean check() {
        try {
            TokenStatus status = square.tokenStatus();
            return reports.works(status);
        } catch (SquareRefused e) {
            if (!e.code().equals(UNAUTHORIZED)) {
                // Not about the token: a stand-in for Square, say, that does not know the question.
                LOG.info("Square does not say how the access token is: {}", e.getMessage());
                return true;
            }
            return reports.refused(String.valueOf(e.getMessage()));
        } catch (SquareUnavailable e) {
            LOG.info("The access token could not be checked: {}", e.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.warn("The access token could not be checked.", e);
            return false;
        }
    }

    private void checkAndGoOn() {
        boolean done = check();
        Duration wait = done || settings.every().compareTo(AGAIN_AFTER) < 0 ? settings.every() : AGAIN_AFTER;
        later(wait);
    }

    private synchronized void later(Duration wait) {
        if (worker == null) {
            return;
        }
        try {
            worker.schedule(this::checkAndGoOn, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The service is stopping.");
        }
    }

    @Override
    public synchronized void start() {
        if (worker != null) {
            return;
        }
        worker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "token-check");
            thread.setDaemon(true);
            return thread;
        });
        later(settings.firstAfter());
    }

    @Override
    public synchronized void stop() {
        if (worker != null) {
            worker.shutdownNow();
            worker = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }

    /** With the listener containers, which are the last to start and the first to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
