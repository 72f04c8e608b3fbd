package dev.squaresync.scheduler.desk.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    private final AtomicReference<@Nullable Message> next = new AtomicReference<>();
    private final AtomicBoolean writing = new AtomicBoolean();

    private @Nullable Message latest;
    private Instant lastMessageAt;
    // What the page shows. Only whoever is writing looks at it, one after the other.
    private List<String> shown = List.of();

    /** What there is to tell. */
    private sealed interface Message {}

    private record Areas(List<String> areas) implements Message {}

    private record Trouble(String sentence) implements Message {}

    private record StillHere(Instant at) implements Message {}

    Connection(SseEmitter emitter, Executor writers, Instant now, Consumer<Connection> whenGone) {
        this.emitter = emitter;
        this.writers = writers;
        this.since = now;
        this.lastMessageAt = now;
        this.whenGone = whenGone;
    }

    /** Shows these areas; those that the page shows already are not sent again. */
    void show(List<String> areas, Instant now) {
        tell(new Areas(areas), now);
    }

    /** Says that nothing can be shown now. What the page shows stays, and is sent again when all is well. */
    void trouble(String sentence, Instant now) {
        tell(new Trouble(sentence), now);
    }

    /** Whether the page has to come again and say who it is. */
    boolean isOver(Instant now) {
        return since.plus(LONGEST).compareTo(now) <= 0;
    }

    void end() {
        emitter.complete();
    }

    private void tell(Message message, Instant now) {
        if (!message.equals(latest)) {
            latest = message;
            send(message, now);
        } else if (lastMessageAt.plus(LONGEST_SILENCE).compareTo(now) <= 0 && next.get() == null) {
            send(new StillHere(now), now);
        }
    }

    private void send(Message message, Instant now) {
        lastMessageAt = now;
        next.set(message);
        if (writing.compareAndSet(false, true)) {
            writers.execute(this::write);
        }
    }

    private void write() {
        try {
            for (Message message = next.getAndSet(null); message != null; message = next.getAndSet(null)) {
                write(message);
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

    private void write(Message message) throws IOException {
        if (message instanceof Areas areas) {
            List<String> changed = new ArrayList<>(areas.areas());
            changed.removeAll(shown);
            shown = areas.areas();
            emitter.send(SseEmitter.event().name("areas").data(String.join("", changed), HTML));
        } else if (message instanceof Trouble trouble) {
            shown = List.of();
            emitter.send(SseEmitter.event().name("trouble").data(trouble.sentence()));
        } else if (message instanceof StillHere stillHere) {
            // With data: a browser says nothing of an event without, and nothing at all of a comment.
            emitter.send(
                    SseEmitter.event().name("still-here").data(stillHere.at().toString()));
        }
    }
}
