package dev.squaresync.localstack.stack;

import dev.squaresync.localstack.postgres.SquareSyncDatabase;
import dev.squaresync.localstack.process.Launcher;
import dev.squaresync.localstack.process.Part;
import dev.squaresync.localstack.process.RunningProcess;
import dev.squaresync.localstack.process.StartFailure;
import dev.squaresync.localstack.rabbitmq.RabbitMq;
import dev.squaresync.localstack.service.JavaProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The whole system on one machine. Its processes outlive this object and this JVM: what was started is written down at
 * home, and {@link #close} or {@link RunningStack#stop} ends it.
 */
public final class SystemStack implements AutoCloseable {

    private final StackSettings settings;
    private final StackFolders folders;
    private final Secrets secrets;
    private final Ledger ledger;
    private final Map<PartName, Part> parts;

    private SystemStack(StackSettings settings, StackFolders folders) {
        this.settings = settings;
        this.folders = folders;
        this.secrets = Secrets.in(folders.secrets());
        this.ledger = new Ledger(folders.state(), Launcher.direct());
        this.parts = new EnumMap<>(PartName.class);
        PartFactory factory = new PartFactory(settings, folders, secrets, ledger);
        for (PartName name : PartName.values()) {
            if (name != PartName.SIMULATOR || settings.square().isEmpty()) {
                parts.put(name, factory.part(name));
            }
        }
    }

    /** Prepares a stack; nothing is started yet. */
    public static SystemStack of(StackSettings settings) {
        return new SystemStack(settings, new StackFolders(settings.home()));
    }

    /**
     * Starts everything and returns when it is ready to work.
     *
     * @throws StartFailure if a part does not start; what was started still runs until {@link #close}
     */
    public void start(StackListener listener) {
        for (Stage stage : Stage.values()) {
            List<Part> together = parts.entrySet().stream()
                    .filter(part -> part.getKey().stage() == stage)
                    .map(Map.Entry::getValue)
                    .toList();
            for (Part part : together) {
                listener.starting(part);
                part.launch();
            }
            for (Part part : together) {
                part.awaitReady();
                listener.ready(part);
            }
            if (stage == Stage.DATABASE) {
                createDatabase();
            }
        }
        writeEndpoints();
    }

    /** Starts everything and returns when it is ready to work. */
    public void start() {
        start(StackListener.SILENT);
    }

    /** Makes further starts from the same build quicker; for whoever starts services again and again. */
    public void archiveClasses() {
        parts.values().stream()
                .filter(JavaProcess.class::isInstance)
                .map(JavaProcess.class::cast)
                .forEach(JavaProcess::archiveClasses);
    }

    /** Starts a part that was stopped or killed, and returns when it is ready. */
    public void start(PartName name) {
        part(name).start();
        writeEndpoints();
    }

    /** Ends a part in an orderly way. */
    public void stop(PartName name) {
        part(name).stop();
    }

    /** Ends a part as a crash would. */
    public void kill(PartName name) {
        part(name).kill();
    }

    /** Ends a part in an orderly way and starts it again. */
    public void restart(PartName name) {
        stop(name);
        start(name);
    }

    /** @throws IllegalArgumentException for the simulator of a stack that works against Square itself */
    public Part part(PartName name) {
        Part part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("This stack has no " + name);
        }
        return part;
    }

    /** The broker, for what can happen to a broker only. */
    public RabbitMq rabbitMq() {
        return (RabbitMq) part(PartName.RABBITMQ);
    }

    /**
     * The folder that the database lies in, for tests that put a disk of their own there before the first start. It may not be
     * there yet.
     */
    public Path databaseFolder() {
        return folders.database();
    }

    /** The addresses and credentials, and the process numbers of what runs. */
    public Endpoints endpoints() {
        Endpoints endpoints = Endpoints.of(settings, folders, secrets);
        for (Map.Entry<PartName, Part> part : parts.entrySet()) {
            if (part.getValue().isRunning()) {
                endpoints = endpoints.withPid(part.getKey(), part.getValue().pid());
            }
        }
        return endpoints;
    }

    /** The database of the services, as its superuser. */
    public Connection connectToDatabase() throws SQLException {
        return new ServiceVariables(settings, secrets).databaseServer().connect(ServiceVariables.DATABASE);
    }

    /** Everything that was started, with what has ended since. */
    public List<RunningProcess> processes() {
        return ledger.processes();
    }

    /** Stops everything, the services first, and returns when all is gone. Data and logs stay. */
    @Override
    public void close() {
        ledger.stopAll();
        new PrivateFile(folders.endpoints()).delete();
    }

    private void createDatabase() {
        ServiceVariables variables = new ServiceVariables(settings, secrets);
        new SquareSyncDatabase(variables.databaseServer(), variables::databasePassword)
                .createUnlessThere(ServiceVariables.DATABASE);
    }

    private void writeEndpoints() {
        endpoints().write(folders.endpoints());
    }
}
