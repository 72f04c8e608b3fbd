package dev.squaresync.scheduler.desk.deadletters;

import dev.squaresync.scheduler.deadletter.DeadLetterFilter;
import dev.squaresync.scheduler.deadletter.DeadLetterGroup;
import dev.squaresync.scheduler.deadletter.DeadLetterState;
import dev.squaresync.scheduler.desk.NoSuchThing;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which dead letters an address means: the open ones, unless it says another state. Nothing in it is silently left out, because
 * people decide about all that match.
 *
 * @param state null: any
 * @param before only dead letters older than this one
 */
public record DeadLettersQuery(
        @Nullable DeadLetterState state,
        @Nullable String code,
        @Nullable String dataType,
        @Nullable String queue,
        @Nullable String wireType,
        @Nullable UUID runId,
        @Nullable UUID before) {

    private static final String PAGE = "/dead-letters";
    private static final String ANY = "any";

    /** Throws {@link NoSuchThing} if it cannot be understood. */
    static DeadLettersQuery of(Map<String, String> parameters) {
        return new DeadLettersQuery(
                state(text(parameters, "state")),
                text(parameters, "code"),
                text(parameters, "dataType"),
                text(parameters, "queue"),
                text(parameters, "wireType"),
                id(parameters, "runId"),
                id(parameters, "before"));
    }

    private static @Nullable DeadLetterState state(@Nullable String word) {
        if (word == null) {
            return DeadLetterState.OPEN;
        }
        if (word.equals(ANY)) {
            return null;
        }
        try {
            return DeadLetterState.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new NoSuchThing("No dead letter is ever '" + word + "'.");
        }
    }

    private static @Nullable String text(Map<String, String> parameters, String name) {
        String text = parameters.getOrDefault(name, "").strip();
        if (text.indexOf('\0') >= 0) {
            throw new NoSuchThing("There are no dead letters with such a " + name + ".");
        }
        return text.isEmpty() ? null : text;
    }

    private static @Nullable UUID id(Map<String, String> parameters, String name) {
        String text = text(parameters, name);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NoSuchThing("There are no dead letters of '" + text + "': it is no id.");
        }
    }

    DeadLetterFilter filter() {
        return new DeadLetterFilter(state, queue, wireType, code, dataType, runId);
    }

    /** Whether it means all of a state. */
    public boolean isUnfiltered() {
        return code == null && dataType == null && queue == null && wireType == null && runId == null;
    }

    /** What is meant, in words. */
    public String inWords() {
        return filter().inWords();
    }

    /** The address of the same in another state; null: in any. */
    public String inState(@Nullable DeadLetterState other) {
        return with(other, null).address(PAGE);
    }

    /** The address of the newest of them. */
    public String newest() {
        return with(state, null).address(PAGE);
    }

    /** The address of those that are older than this one. */
    public String olderThan(UUID deadLetter) {
        return with(state, deadLetter).address(PAGE);
    }

    /** The address of those of them with the same cause. */
    public String of(DeadLetterGroup group) {
        return narrowed(group).address(PAGE);
    }

    /** The address of the page that asks whether all open ones of them are to be replayed. */
    public String replay() {
        return with(DeadLetterState.OPEN, null).address(PAGE + "/replay");
    }

    public String replay(DeadLetterGroup group) {
        return narrowed(group).with(DeadLetterState.OPEN, null).address(PAGE + "/replay");
    }

    /** The address of the page that asks whether all open ones of them are to be discarded. */
    public String discard() {
        return with(DeadLetterState.OPEN, null).address(PAGE + "/discard");
    }

    /** The address of what keeps the page up to date. */
    public String live(boolean operator) {
        return address("/live?view=" + DeadLettersAreas.NAME + (operator ? "&decide=yes" : ""));
    }

    private DeadLettersQuery with(@Nullable DeadLetterState otherState, @Nullable UUID otherBefore) {
        return new DeadLettersQuery(otherState, code, dataType, queue, wireType, runId, otherBefore);
    }

    private DeadLettersQuery narrowed(DeadLetterGroup group) {
        return new DeadLettersQuery(
                state, group.code(), group.dataType(), group.queue(), group.wireType(), runId, null);
    }

    private String address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(path);
        Map<String, String> parameters = parameters();
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }

    /** What an address or a form says to mean the same. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (state != DeadLetterState.OPEN) {
            parameters.put("state", state == null ? ANY : state.name().toLowerCase(Locale.ROOT));
        }
        put(parameters, "code", code);
        put(parameters, "dataType", dataType);
        put(parameters, "queue", queue);
        put(parameters, "wireType", wireType);
        put(parameters, "runId", runId);
        put(parameters, "before", before);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
