package dev.squaresync.localstack.stack;

import dev.squaresync.localstack.process.Launcher;
import dev.squaresync.localstack.process.RunningProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an earlier command started in a home folder, as far as it still runs. */
public final class RunningStack {

    private final StackFolders folders;
    private final Ledger ledger;

    private RunningStack(StackFolders folders) {
        this.folders = folders;
        this.ledger = new Ledger(folders.state(), Launcher.direct());
    }

    public static RunningStack in(Path home) {
        return new RunningStack(new StackFolders(home));
    }

    /** Everything that was started and not stopped by a command. */
    public List<RunningProcess> started() {
        return ledger.processes();
    }

    public List<RunningProcess> dead() {
        return started().stream().filter(process -> !process.isAlive()).toList();
    }

    public boolean isWhole() {
        return !started().isEmpty() && dead().isEmpty() && endpoints().isPresent();
    }

    public Optional<Endpoints> endpoints() {
        return Endpoints.read(folders.endpoints());
    }

    /** Stops exactly what was started, the services first, and returns when it is gone. Data and logs stay. */
    public void stop() {
        ledger.stopAll();
        new PrivateFile(folders.endpoints()).delete();
    }

    /** Deletes data, mails, secrets and logs. Nothing may run. */
    public void wipe() {
        Stream.of(folders.elsewhere(), folders.home())
                .filter(Files::isDirectory)
                .forEach(RunningStack::delete);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }
}
