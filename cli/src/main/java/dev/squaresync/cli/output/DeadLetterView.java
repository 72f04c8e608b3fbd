package dev.squaresync.cli.output;

import dev.squaresync.cli.api.DeadLetter;
import dev.squaresync.cli.api.DeadLetterGroups;
import dev.squaresync.cli.api.DeadLetterGroups.Group;
import dev.squaresync.cli.api.DeadLetters;
import dev.squaresync.cli.output.Table.Column;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows dead letters to a person. */
public final class DeadLetterView {

    /** Enough of an id to name it among all that are kept. */
    private static final int SHORT_ID = 8;

    private static final int REASON_IN_LIST = 100;

    private final Screen screen;
    private final LocalTime time;

    public DeadLetterView(Screen screen, LocalTime time) {
        this.screen = screen;
        this.time = time;
    }

    /** One line a dead letter. */
    public void list(DeadLetters found) {
        if (found.deadLetters().isEmpty()) {
            screen.line("No dead letter fits.");
            return;
        }
        Table table = new Table(
                Column.words("id"),
                Column.states("state"),
                Column.words("last seen"),
                Column.words("data type"),
                Column.words("run"),
                Column.words("code"),
                Column.words("reason"));
        for (DeadLetter letter : found.deadLetters()) {
            table.row(
                    shortId(letter.id()),
                    letter.state(),
                    time.at(letter.lastSeenAt()),
                    orDash(letter.dataType()),
                    letter.runId() == null ? "-" : shortId(letter.runId()),
                    letter.code(),
                    cut(time.in(letter.reason())));
        }
        table.print(screen);
        screen.line("");
        screen.line(
                found.deadLetters().size() == found.total()
                        ? Figures.counted(found.total(), "dead letter") + "."
                        : Figures.number(found.deadLetters().size()) + " of "
                                + Figures.counted(found.total(), "dead letter") + ".");
        if (found.next() != null) {
            screen.line("Older ones: the same with --before " + found.next());
        }
    }

    /** One block for each cause, with what to type next. */
    public void groups(DeadLetterGroups found) {
        if (found.groups().isEmpty()) {
            screen.line("No dead letter fits.");
            return;
        }
        table(found.groups());
        for (Group group : found.groups()) {
            screen.line("");
            screen.line(group.code() + ", such as " + shortId(group.example().id()) + ": "
                    + time.in(group.example().reason()));
        }
    }

    private void table(List<Group> groups) {
        Table table = new Table(
                Column.figures("count"),
                Column.words("code"),
                Column.words("data type"),
                Column.words("type"),
                Column.words("queue"),
                Column.words("first seen"),
                Column.words("last seen"));
        for (Group group : groups) {
            table.row(
                    Figures.number(group.count()),
                    group.code(),
                    orDash(group.dataType()),
                    orDash(group.wireType()),
                    group.queue(),
                    time.at(group.firstSeenAt()),
                    time.at(group.lastSeenAt()));
        }
        table.print(screen);
    }

    /** Everything about one dead letter, with what to type next. */
    public void details(DeadLetter letter) {
        screen.readyLine("Dead letter " + Screen.plain(letter.id()) + "  "
                + screen.state(letter.state(), Screen.plain(letter.state())));
        screen.line(time.in(letter.reason()));
        screen.line("");
        fact("cause", letter.code() + ", " + attempts(letter.attempts()));
        fact("message", Objects.requireNonNullElse(letter.wireType(), "unreadable") + " in " + letter.queue());
        fact("data type", letter.dataType());
        fact("run", letter.runId());
        fact("partition", letter.partitionId());
        fact("trace", letter.traceId());
        fact("seen", time.at(letter.firstSeenAt()) + seenAgain(letter));
        fact("replays", letter.replays() == 0 ? null : Integer.toString(letter.replays()));
        fact("decided", decision(letter));
        if (letter.headers() != null) {
            letter.headers()
                    .forEach((name, value) ->
                            fact("header", name + ": " + (value.isString() ? value.asString() : value.toString())));
        }
        new PayloadView(screen).show(letter);
        if (letter.state().equals("OPEN")) {
            screen.line("");
            screen.line(
                    "Try it again, when the cause is gone:  ./square-sync dead-letters replay " + shortId(letter.id()));
            screen.line("Give it up for good:                   ./square-sync dead-letters discard "
                    + shortId(letter.id()) + " --reason '...'");
        }
    }

    private void fact(String name, @Nullable String value) {
        if (value != null) {
            screen.line(String.format("%-10s %s", name, value));
        }
    }

    private String seenAgain(DeadLetter letter) {
        return letter.lastSeenAt().equals(letter.firstSeenAt()) ? "" : ", last on " + time.at(letter.lastSeenAt());
    }

    private @Nullable String decision(DeadLetter letter) {
        if (letter.decidedBy() == null) {
            return null;
        }
        String decision = "by " + letter.decidedBy() + " on " + time.at(letter.decidedAt());
        return letter.discardReason() == null ? decision : decision + ": " + letter.discardReason();
    }

    private static String attempts(@Nullable Integer attempts) {
        return switch (attempts == null ? 0 : attempts) {
            case 0 -> "given up by the broker";
            case 1 -> "tried once";
            default -> "tried " + attempts + " times";
        };
    }

    private static String cut(String reason) {
        return reason.length() <= REASON_IN_LIST ? reason : reason.substring(0, REASON_IN_LIST - 1) + "…";
    }

    private static String orDash(@Nullable String text) {
        return Objects.requireNonNullElse(text, "-");
    }

    /** Such as {@code 3 dead letters are being replayed.} */
    public static String count(long count, String done) {
        return Figures.counted(count, "dead letter") + (count == 1 ? " is " : " are ") + done + ".";
    }

    /** The id as it is shown and may be typed. */
    public static String shortId(String id) {
        return id.substring(0, Math.min(SHORT_ID, id.length()));
    }
}
