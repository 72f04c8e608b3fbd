package dev.squaresync.localstack.stack;

import java.nio.file.Path;
import java.util.Locale;

/** One of the four services. */
public enum Service {
    SCHEDULER(Port.SCHEDULER, Port.SCHEDULER_MANAGEMENT),
    FETCHER(Port.FETCHER, Port.FETCHER),
    WRITER(Port.WRITER, Port.WRITER),
    NOTIFIER(Port.NOTIFIER, Port.NOTIFIER);

    private final Port port;
    private final Port managementPort;

    Service(Port port, Port managementPort) {
        this.port = port;
        this.managementPort = managementPort;
    }

    Port port() {
        return port;
    }

    /** Where its health and metrics are; a service without another web face has them on its one port. */
    Port managementPort() {
        return managementPort;
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
