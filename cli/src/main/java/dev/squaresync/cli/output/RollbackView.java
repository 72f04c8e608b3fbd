package dev.squaresync.cli.output;

import dev.squaresync.cli.api.Rollback;
import dev.squaresync.cli.api.Rollback.Result;
import dev.squaresync.cli.output.Table.Column;

/** Shows to a person what a roll-back did, or would do. */
public final class RollbackView {

    /** More do not help a person; {@code --json} has them. */
    private static final int MOST_NAMED = 20;

    private final Screen screen;

    public RollbackView(Screen screen) {
        this.screen = screen;
    }

    public void show(Rollback rollback) {
        screen.line(rollback.dryRun() ? "A dry run: nothing was written. A roll-back would do this:" : "What it did:");
        Table table = new Table(
                Column.words("data type"),
                Column.figures("restored"),
                Column.figures("removed"),
                Column.figures("reinserted"),
                Column.figures("left"));
        for (Result result : rollback.dataTypes()) {
            table.row(
                    result.dataType(),
                    Figures.number(result.restored()),
                    Figures.number(result.removed()),
                    Figures.number(result.reinserted()),
                    Figures.number(result.skipped()));
        }
        table.print(screen);
        rollback.dataTypes().stream().filter(result -> result.skipped() > 0).forEach(this::left);
    }

    private void left(Result result) {
        screen.line("");
        screen.line("Left as they are, because a later run or a hand has touched them (" + result.dataType() + "):");
        result.skippedIds().stream().limit(MOST_NAMED).forEach(id -> screen.line("  " + id));
        if (result.skipped() > MOST_NAMED) {
            screen.line(
                    "  … and " + Figures.number(result.skipped() - MOST_NAMED) + " more; --json names up to 1,000.");
        }
    }
}
