package dev.squaresync.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * A process that was started here, now or by an earlier command.
 *
 * @param name what it is, in words for a person
 * @param pid the system's number for it
 * @param startTicks when it started, in clock ticks since the machine's start: numbers are given again to other
 *     processes, the pair of number and start is not
 * @param stopSignal what asks it to end in an orderly way
 */
public record RunningProcess(String name, long pid, long startTicks, StopSignal stopSignal) {

    /** Fields of /proc/PID/stat behind the closing bracket of the command's name, counted from 0. */
    private static final int STATE = 0;

    private static final int START_TICKS = 19;
    private static final Duration UNTIL_KILLED = Duration.ofSeconds(10);

    /** Describes a process that runs now; one that has ended already gets a start that matches no process. */
    static RunningProcess of(String name, long pid, StopSignal stopSignal) {
        return new RunningProcess(name, pid, startTicks(pid).orElse(-1), stopSignal);
    }

    /** A process that has ended and was not yet collected by its parent is not alive. */
    public boolean isAlive() {
        String[] stat = stat(pid);
        return stat.length > START_TICKS && !stat[STATE].equals("Z") && Long.parseLong(stat[START_TICKS]) == startTicks;
    }

    /**
     * Asks the process to end, paused or not, and kills it when it has not ended in time.
     *
     * @return false if it had to be killed
     */
    public boolean stop(Duration grace) {
        signal(stopSignal.name());
        resume();
        if (Waiting.until(grace, () -> !isAlive())) {
            return true;
        }
        kill();
        return false;
    }

    /** Stops the process in its tracks, as a machine that is overloaded or asleep would; it keeps its connections. */
    public void pause() {
        signal("STOP");
    }

    /** Lets a paused process go on. */
    public void resume() {
        signal("CONT");
    }

    /** Ends the process at once, as a crash would, and returns when it and its children are gone. */
    public void kill() {
        List<RunningProcess> children = children();
        signal(StopSignal.KILL.name());
        Waiting.until(UNTIL_KILLED, () -> !isAlive());
        // PostgreSQL's children end by themselves when they miss the postmaster; until then they block its restart.
        Waiting.until(UNTIL_KILLED, () -> children.stream().noneMatch(RunningProcess::isAlive));
    }

    private List<RunningProcess> children() {
        return ProcessHandle.of(pid).stream()
                .filter(handle -> isAlive())
                .flatMap(ProcessHandle::descendants)
                .map(child -> of(name, child.pid(), StopSignal.TERM))
                .toList();
    }

    private void signal(String signal) {
        if (!isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\" 2>/dev/null", "sh", signal, Long.toString(pid))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot signal " + name + " (process " + pid + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static OptionalLong startTicks(long pid) {
        String[] stat = stat(pid);
        return stat.length > START_TICKS ? OptionalLong.of(Long.parseLong(stat[START_TICKS])) : OptionalLong.empty();
    }

    private static String[] stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            return line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        } catch (IOException endedMeanwhile) {
            return new String[0];
        }
    }
}
