package dev.squaresync.cli.output;

import dev.squaresync.cli.api.People;
import dev.squaresync.cli.api.Tokens;
import dev.squaresync.cli.output.Table.Column;

/** Shows to a person who and what may come in. */
public final class AccessView {

    private final Screen screen;
    private final LocalTime time;

    public AccessView(Screen screen, LocalTime time) {
        this.screen = screen;
        this.time = time;
    }

    public void people(People people) {
        if (people.people().isEmpty()) {
            screen.line(
                    "Nobody but the admin of the scheduler's settings. To add somebody: ./square-sync people add NAME");
            return;
        }
        Table table = new Table(Column.words("name"), Column.words("role"), Column.words("added"), Column.words("by"));
        for (People.Person person : people.people()) {
            table.row(person.name(), person.role(), time.at(person.createdAt()), person.createdBy());
        }
        table.print(screen);
    }

    public void tokens(Tokens tokens) {
        if (tokens.tokens().isEmpty()) {
            screen.line("No token but that of the scheduler's settings. To make one: ./square-sync tokens create NAME");
            return;
        }
        Table table = new Table(
                Column.words("name"),
                Column.words("role"),
                Column.words("created"),
                Column.words("by"),
                Column.words("last used"),
                Column.words("revoked"),
                Column.words("id"));
        for (Tokens.Token token : tokens.tokens()) {
            table.row(
                    token.name(),
                    token.role(),
                    time.at(token.createdAt()),
                    token.createdBy(),
                    token.lastUsedAt() == null ? "never" : time.at(token.lastUsedAt()),
                    token.revokedAt() == null ? "-" : time.at(token.revokedAt()) + " by " + token.revokedBy(),
                    token.id());
        }
        table.print(screen);
    }

    /** The token alone on its line, for whoever copies it. */
    public void issued(Tokens.Issued issued) {
        screen.line("This is the token of " + issued.name() + ", a " + issued.role()
                + ". It is shown this once; keep it where the program finds it:");
        screen.line(issued.token());
    }
}
