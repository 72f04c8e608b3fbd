package dev.squaresync.localstack.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
public final class OneShot {

    private OneShot() {}

    /**
     * Runs a program whose output goes to the log.
     *
     * @throws StartFailure if it cannot be started, does not end in time, or ends with another exit code than 0
     */
    public static void run(Launch launch, Duration atMost) {
        ProcessBuilder builder = new ProcessBuilder(launch.command())
                .directory(launch.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        int exitCode = exitCode(builder, launch, atMost);
        if (exitCode != 0) {
            throw failure(launch, "ended with exit code " + exitCode);
        }
    }

    private static int exitCode(ProcessBuilder builder, Launch launch, Duration atMost) {
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw failure(launch, "did not end within " + atMost.toSeconds() + " seconds");
            }
            return process.exitValue();
        } catch (IOException e) {
            throw failure(launch, "cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(launch, "was interrupted");
        }
    }

    private static StartFailure failure(Launch launch, String reason) {
        return new StartFailure(launch.name(), reason, launch.log());
    }
}
