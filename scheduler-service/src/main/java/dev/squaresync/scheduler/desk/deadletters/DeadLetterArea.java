package dev.squaresync.scheduler.desk.deadletters;

import dev.squaresync.scheduler.deadletter.DeadLetterReport;
import dev.squaresync.scheduler.deadletter.DeadLetterState;
import dev.squaresync.scheduler.deadletter.DeadLetters;
import dev.squaresync.scheduler.desk.NoSuchThing;
import dev.squaresync.scheduler.desk.live.LiveView;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What of one dead letter stays up to date: where it stands. */
@Component
class DeadLetterArea implements LiveView {

    private final DeadLetters deadLetters;

    DeadLetterArea(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @Override
    public String name() {
        return "dead-letter";
    }

    @Override
    public String template() {
        return "desk/dead-letter-area";
    }

    @Override
    public Map<String, Object> model(Map<String, String> parameters) {
        String id = parameters.getOrDefault("id", "");
        return of(deadLetters.find(id(id)).orElseThrow(() -> noSuchDeadLetter(id)));
    }

    static Map<String, Object> of(DeadLetterReport letter) {
        return Map.of("letter", letter, "phase", letter.state() == DeadLetterState.OPEN ? "active" : "ended");
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw noSuchDeadLetter(text);
        }
    }

    static NoSuchThing noSuchDeadLetter(String id) {
        return new NoSuchThing("There is no dead letter " + id + ".");
    }
}
