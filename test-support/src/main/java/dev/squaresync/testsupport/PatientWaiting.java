package dev.squaresync.testsupport;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** How tests wait, in every module that has this one: it begins before the first test, by itself. */
public final class PatientWaiting implements LauncherSessionListener {

    /** A machine that is busy with other things needs it; on any other it is never waited for. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(LONGEST);
        // What a thread of a context that is being stopped throws says nothing about what a test waits for.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }
}
