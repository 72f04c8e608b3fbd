package dev.squaresync.cli.output;

import dev.squaresync.cli.api.Audit;
import dev.squaresync.cli.output.Table.Column;
import java.util.Objects;

/** Shows to a person who has done what. */
public final class AuditView {

    private final Screen screen;
    private final LocalTime time;

    public AuditView(Screen screen, LocalTime time) {
        this.screen = screen;
        this.time = time;
    }

    /** One line an action. */
    public void list(Audit audit) {
        if (audit.entries().isEmpty()) {
            screen.line("Nobody has done anything yet.");
            return;
        }
        Table table = new Table(
                Column.words("when"),
                Column.words("who"),
                Column.words("action"),
                Column.words("to"),
                Column.words("detail"));
        for (Audit.Entry entry : audit.entries()) {
            table.row(
                    time.at(entry.at()),
                    entry.who(),
                    entry.action(),
                    Objects.requireNonNullElse(entry.subject(), "-"),
                    time.in(Objects.requireNonNullElse(entry.detail(), "")));
        }
        table.print(screen);
        if (audit.next() != null) {
            screen.line("");
            screen.line("Older ones: ./square-sync audit --before " + audit.next());
        }
    }
}
