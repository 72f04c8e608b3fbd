package dev.squaresync.localstack.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures one stack several times over. The things that are compared with each other are measured in turn, so that a machine
 * that gets slower or faster meanwhile does so for all of them.
 */
final class Rounds {

    private final BenchStack stack;
    private final Path exportFolder;
    private final Consumer<String> told;

    Rounds(BenchStack stack, Path exportFolder, Consumer<String> told) {
        this.stack = stack;
        this.exportFolder = exportFolder;
        this.told = told;
    }

    /**
     * @param cold the first sync of services that have just started
     * @param rewritten rows that were updated or deleted by all syncs with nothing changed
     */
    record Result(Duration cold, List<Round> rounds, long rewritten) {}

    /** @param copy {@code COPY} of the same rows into the same tables, with their keys and indexes */
    record Round(Duration history, Duration unchanged, Duration copy) {}

    Result measure(int rounds) throws IOException, SQLException {
        MirrorTables mirror = stack.mirror();
        mirror.settle();
        Duration cold = stack.syncEverything();
        told.accept("  first sync of freshly started services: " + Seconds.of(cold));
        mirror.exportTo(exportFolder);
        List<Round> measured = new ArrayList<>();
        long rewritten = 0;
        for (int i = 1; i <= rounds; i++) {
            mirror.empty();
            mirror.settle();
            Duration history = stack.syncEverything();
            mirror.settle();
            long before = mirror.rewrittenRows();
            Duration unchanged = stack.syncEverything();
            rewritten += mirror.rewrittenRows() - before;
            mirror.empty();
            mirror.settle();
            Duration copy = mirror.copyFrom(exportFolder);
            measured.add(new Round(history, unchanged, copy));
            told.accept("  round %d of %d: whole history %s, nothing changed %s, COPY %s"
                    .formatted(i, rounds, Seconds.of(history), Seconds.of(unchanged), Seconds.of(copy)));
        }
        return new Result(cold, measured, rewritten);
    }
}
