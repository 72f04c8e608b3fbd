package dev.squaresync.localstack.command;

import java.util.concurrent.CountDownLatch;

/** Cleans up when the person presses Ctrl-C, or the system ends this process. */
final class CtrlC implements AutoCloseable {

    private final Thread hook;
    private volatile boolean pressed;

    private CtrlC(Runnable cleanUp) {
        this.hook = new Thread(
                () -> {
                    pressed = true;
                    cleanUp.run();
                },
                "ctrl-c");
    }

    static CtrlC does(Runnable cleanUp) {
        CtrlC ctrlC = new CtrlC(cleanUp);
        Runtime.getRuntime().addShutdownHook(ctrlC.hook);
        return ctrlC;
    }

    /**
     * To be called before a failure is told. Cleaning up makes whatever is still waited for fail, which nobody wants to
     * read; then this does not return, and the process ends when it is clean.
     */
    void silenceIfPressed() {
        if (!pressed) {
            return;
        }
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on, what was started stays. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            silenceIfPressed();
        }
    }
}
