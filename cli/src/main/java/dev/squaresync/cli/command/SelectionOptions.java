package dev.squaresync.cli.command;

import dev.squaresync.cli.api.DeadLetterFilter;
import dev.squaresync.cli.api.DeadLetterGroups;
import dev.squaresync.cli.api.SchedulerApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which open dead letters something is done to: one, those that fit, or all; more than one only after a yes. */
@Command
final class SelectionOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "ID", description = "One dead letter's id, or its first characters.")
    private @Nullable String id;

    @Mixin
    private final FilterOptions filters = new FilterOptions();

    @Option(names = "--all", description = "All that are open.")
    private boolean all;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask; scripts need it unless they give an ID.")
    private boolean yes;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    CommonOptions options() {
        return options;
    }

    /** Null: several are meant, see {@link #filter}. Throws {@link ParameterException} unless exactly one way of choosing was used. */
    @Nullable
    String id() {
        boolean filtered = !filters.isEmpty();
        if (id == null && !filtered && !all) {
            throw misused("Say which: an ID, a filter such as --code or --run, or --all.");
        }
        if ((id != null && (filtered || all)) || (filtered && all)) {
            throw misused("Give an ID, or filters, or --all: not two of them.");
        }
        return id;
    }

    DeadLetterFilter filter(SchedulerApi scheduler) {
        return filters.filter(scheduler);
    }

    /**
     * Shows what is open and fits, and asks.
     *
     * @param verb such as {@code Replay}
     * @throws ParameterException if nobody is there to ask and {@code --yes} was not given
     */
    boolean isConfirmed(Session session, SchedulerApi scheduler, DeadLetterFilter filter, String verb) {
        if (yes) {
            return true;
        }
        if (options.json() || !session.prompt().isPossible()) {
            throw misused("Nobody is at a terminal to say yes to this: give --yes, or one dead letter's ID.");
        }
        DeadLetterGroups groups = scheduler.deadLetters().groups("OPEN", filter).value();
        session.deadLetterView().groups(groups);
        if (groups.groups().isEmpty()) {
            return false;
        }
        session.screen().line("");
        return session.prompt().confirms(question(verb, groups.total()));
    }

    private static String question(String verb, long count) {
        return count == 1 ? verb + " this dead letter?" : verb + " these " + count + " dead letters?";
    }

    private ParameterException misused(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
