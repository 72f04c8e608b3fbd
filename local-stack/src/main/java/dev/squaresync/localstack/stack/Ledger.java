package dev.squaresync.localstack.stack;

import dev.squaresync.localstack.process.Launch;
import dev.squaresync.localstack.process.Launcher;
import dev.squaresync.localstack.process.RunningProcess;
import dev.squaresync.localstack.process.StopSignal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes down each process in the moment of its start, so that whatever happens to the one who started it, the next
 * command knows what to stop, and nothing else.
 */
final class Ledger {

    /** Longer than a service takes to hand back what it has not finished. */
    private static final Duration GRACE = Duration.ofSeconds(40);

    private final PrivateFile file;
    private final Launcher launcher;
    private final List<Entry> entries;
    private boolean closed;

    private record Entry(Stage stage, RunningProcess process) {

        String line() {
            return String.join(
                    "\t",
                    stage.name(),
                    Long.toString(process.pid()),
                    Long.toString(process.startTicks()),
                    process.stopSignal().name(),
                    process.name());
        }

        static Stream<Entry> of(String line) {
            String[] fields = line.split("\t", 5);
            if (fields.length < 5) {
                return Stream.empty();
            }
            return Stream.of(new Entry(
                    Stage.valueOf(fields[0]),
                    new RunningProcess(
                            fields[4],
                            Long.parseLong(fields[1]),
                            Long.parseLong(fields[2]),
                            StopSignal.valueOf(fields[3]))));
        }
    }

    /** Goes on with what is written in the file, if there is one. */
    Ledger(Path path, Launcher launcher) {
        this.file = new PrivateFile(path);
        this.launcher = launcher;
        this.entries = new ArrayList<>(file.lines().stream().flatMap(Entry::of).toList());
    }

    /** Starts the processes of a stage. A process that is started again takes the place of its forerunner. */
    Launcher launcher(Stage stage) {
        return launch -> launch(stage, launch);
    }

    private synchronized RunningProcess launch(Stage stage, Launch launch) {
        if (closed) {
            throw new IllegalStateException("The stack is being stopped: " + launch.name() + " is not started");
        }
        RunningProcess process = launcher.launch(launch);
        entries.removeIf(entry -> entry.process().name().equals(process.name()));
        entries.add(new Entry(stage, process));
        write();
        return process;
    }

    synchronized List<RunningProcess> processes() {
        return entries.stream().map(Entry::process).toList();
    }

    /** Refuses to start anything more, stops everything and forgets it. Returns when all is gone. */
    void stopAll() {
        List<Entry> toStop;
        synchronized (this) {
            closed = true;
            toStop = List.copyOf(entries);
        }
        List<Stage> lastFirst = new ArrayList<>(List.of(Stage.values()));
        Collections.reverse(lastFirst);
        for (Stage stage : lastFirst) {
            List<Thread> stopping = toStop.stream()
                    .filter(entry -> entry.stage() == stage)
                    .map(entry -> new Thread(() -> entry.process().stop(GRACE)))
                    .toList();
            stopping.forEach(Thread::start);
            stopping.forEach(Ledger::join);
        }
        file.delete();
    }

    private void write() {
        file.write(entries.stream().map(Entry::line).toList());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
