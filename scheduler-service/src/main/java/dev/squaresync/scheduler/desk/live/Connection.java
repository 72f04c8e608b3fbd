package dev.squaresync.scheduler.desk.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open page. What it is sent is written by another thread, one message at a time; of what comes meanwhile only the latest
 * is sent, so that a slow page keeps nobody waiting.
 */
final class Connection {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final SseEmitter emitter;
    private final Executor writers;
    private final Consumer<Connection> whenGone;
    private final Instant since;
    private final AtomicReference<SseEmitter.@Nullable SseEventBuilder> next = new AtomicReference<>();
    private final AtomicBoolean writing = new AtomicBoolean();

    private @Nullable String shown;
    private boolean inTrouble;
    private Instant lastSent;

    Connection(SseEmitter emitter, Executor writers, Instant now, Consumer<Connection> whenGone) {
        this.emitter = emitter;
        this.writers = writers;
        this.since = now;
        this.lastSent = now;
        this.whenGone = whenGone;
    }

    /** Shows this, if it is not what the page shows already. */
    void show(String html, Instant now) {
        if (html.equals(shown)) {
            keepAlive(now);
            return;
        }
        shown = html;
        inTrouble = false;
        send(SseEmitter.event().name("areas").data(html, HTML), now);
    }

    /** Says that nothing can be shown now. What the page shows stays, and is sent again when all is well. */
    void trouble(String sentence, Instant now) {
        if (inTrouble) {
            keepAlive(now);
            return;
        }
        inTrouble = true;
        shown = null;
        send(SseEmitter.event().name("trouble").data(sentence), now);
    }

    /** Whether the page has to come again and say who it is. */
    boolean isOver(Instant now) {
        return since.plus(LONGEST).compareTo(now) <= 0;
    }

    void end() {
        emitter.complete();
    }

    private void keepAlive(Instant now) {
        if (lastSent.plus(LONGEST_SILENCE).compareTo(now) <= 0) {
            send(SseEmitter.event().comment("still here"), now);
        }
    }

    private void send(SseEmitter.SseEventBuilder event, Instant now) {
        lastSent = now;
        next.set(event);
        if (writing.compareAndSet(false, true)) {
            writers.execute(this::write);
        }
    }

    private void write() {
        try {
            SseEmitter.SseEventBuilder event = next.getAndSet(null);
            while (event != null) {
                emitter.send(event);
                event = next.getAndSet(null);
            }
        } catch (IOException | IllegalStateException e) {
            // The page was closed.
            whenGone.accept(this);
            return;
        } finally {
            writing.set(false);
        }
        if (next.get() != null && writing.compareAndSet(false, true)) {
            writers.execute(this::write);
        }
    }
}
