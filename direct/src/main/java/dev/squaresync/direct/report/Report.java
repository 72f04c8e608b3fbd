package dev.squaresync.direct.report;

import dev.squaresync.direct.dryrun.FieldChange;
import dev.squaresync.direct.dryrun.Sample;
import dev.squaresync.direct.read.StreamFigures;
import dev.squaresync.message.PageCounts;
import java.util.Locale;

/** Tells how it went. */
public final class Report {

    private static final int LONGEST_VALUE = 60;
    private static final int MOST_FIELDS = 20;

    private final Screen screen;

    public Report(Screen screen) {
        this.screen = screen;
    }

    /** @param json for scripts */
    public void show(Outcome outcome, boolean json) {
        if (json) {
            screen.document(new ReportJson().of(outcome));
        } else {
            table(outcome);
            outcome.samples().forEach(this::sample);
        }
        outcome.failures()
                .forEach((dataType, failure) -> screen.note(dataType + " is not complete: " + sentence(failure)));
        if (!json) {
            end(outcome);
        }
    }

    private void table(Outcome outcome) {
        String format = "%-11s %8s %10s %10s %10s %10s %10s";
        screen.line(String.format(format, "", "pages", "new", "changed", "unchanged", "deleted", "set aside"));
        for (StreamFigures stream : outcome.figures()) {
            PageCounts counts = stream.counts();
            screen.line(String.format(
                    format,
                    stream.dataType(),
                    number(stream.pages()),
                    number(counts.inserted()),
                    number(counts.updated()),
                    number(counts.unchanged()),
                    number(counts.deleted()),
                    number(counts.parked())));
        }
    }

    private void sample(Sample sample) {
        screen.line("");
        screen.line(sample.change() + " " + sample.table() + " " + sample.id());
        sample.fields().stream().limit(MOST_FIELDS).forEach(this::field);
        if (sample.fields().size() > MOST_FIELDS) {
            screen.line("    and " + (sample.fields().size() - MOST_FIELDS) + " more fields; --json shows them all");
        }
    }

    private void field(FieldChange field) {
        screen.line("    " + field.path() + ": " + shown(field.before()) + " → " + shown(field.after()));
    }

    private void end(Outcome outcome) {
        screen.line("");
        if (outcome.isDryRun()) {
            screen.line(
                    outcome.isComplete()
                            ? "This is what a sync would do now. Nothing was changed."
                            : "Not everything could be read, so this is not all that a sync would do. Nothing was changed.");
        } else if (!outcome.isComplete()) {
            screen.line("Not complete. The same command goes on where it was, as does ./square-sync direct --resume "
                    + outcome.runId() + ".");
        } else {
            screen.line("Complete, as run " + outcome.runId() + ". "
                    + outcome.notRecorded()
                            .map(reason -> "It is not in the scheduler's history, which also means that the next sync"
                                    + " reads the same again: " + reason)
                            .orElse("It is in the scheduler's history, and counts there as what it has proven."));
        }
    }

    static String sentence(RuntimeException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() + "." : message;
    }

    private static String number(int value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }

    private static String shown(@org.jspecify.annotations.Nullable String value) {
        if (value == null) {
            return "(none)";
        }
        return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    }
}
