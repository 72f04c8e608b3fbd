package dev.squaresync.localstack.stack;

import java.nio.file.Path;
import java.util.Locale;

/** One of the four services. */
public enum Service {
    SCHEDULER(Port.SCHEDULER),
    FETCHER(Port.FETCHER),
    WRITER(Port.WRITER),
    NOTIFIER(Port.NOTIFIER);

    private final Port port;

    Service(Port port) {
        this.port = port;
    }

    Port port() {
        return port;
    }

    /** In words for a person. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String module() {
        return word() + "-service";
    }

    Path jar(Path checkout) {
        return jar(checkout, module());
    }

    /** The runnable jar that a module's build leaves. */
    static Path jar(Path checkout, String module) {
        return checkout.resolve(module).resolve("target").resolve(module + "-app.jar");
    }
}
