package dev.squaresync.localstack.stack;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * When the history of the simulated shop ends. Every time in the shop follows from it, so it is chosen once and lives as
 * long as the data: a simulator that is started again has to be the same shop.
 */
final class SimulatedHistory {

    private final PrivateFile file;
    private final Clock clock;

    private SimulatedHistory(Path path, Clock clock) {
        this.file = new PrivateFile(path);
        this.clock = clock;
    }

    static SimulatedHistory in(StackFolders folders) {
        return new SimulatedHistory(folders.historyEnd(), Clock.systemUTC());
    }

    Instant end() {
        List<String> lines = file.lines();
        if (!lines.isEmpty()) {
            return Instant.parse(lines.get(0));
        }
        Instant end = clock.instant().truncatedTo(ChronoUnit.HOURS);
        file.write(List.of(end.toString()));
        return end;
    }
}
