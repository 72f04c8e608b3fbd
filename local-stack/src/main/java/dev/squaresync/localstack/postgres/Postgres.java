package dev.squaresync.localstack.postgres;

import dev.squaresync.localstack.process.BaseEnvironment;
import dev.squaresync.localstack.process.Launch;
import dev.squaresync.localstack.process.Launcher;
import dev.squaresync.localstack.process.OneShot;
import dev.squaresync.localstack.process.Part;
import dev.squaresync.localstack.process.PartProcess;
import dev.squaresync.localstack.process.StopSignal;
import dev.squaresync.localstack.process.Unprivileged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server on 127.0.0.1 whose programs come with this module: nothing has to be installed. */
public final class Postgres implements Part {

    private static final Duration UNTIL_CREATED = Duration.ofMinutes(1);
    private static final Duration UNTIL_READY = Duration.ofMinutes(1);
    private static final Duration UNTIL_STOPPED = Duration.ofSeconds(30);

    private final PostgresSettings settings;
    private final PartProcess process;

    public Postgres(PostgresSettings settings, Launcher launcher) {
        this.settings = settings;
        this.process = new PartProcess("PostgreSQL", settings.log(), launcher);
    }

    @Override
    public String name() {
        return process.name();
    }

    @Override
    public void launch() {
        if (isRunning()) {
            return;
        }
        PostgresBinaries binaries = PostgresBinaries.unpacked();
        createDataUnlessThere(binaries);
        process.launch(serverLaunch(binaries));
    }

    @Override
    public void awaitReady() {
        process.awaitReady(UNTIL_READY, server()::answers);
    }

    @Override
    public void stop() {
        process.stop(UNTIL_STOPPED);
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void pause() {
        process.pause();
    }

    @Override
    public void resume() {
        process.resume();
    }

    @Override
    public boolean isRunning() {
        return process.isRunning();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public Path log() {
        return process.log();
    }

    public PostgresServer server() {
        return new PostgresServer(settings.port(), settings.password());
    }

    private Launch serverLaunch(PostgresBinaries binaries) {
        List<String> command = new ArrayList<>(List.of(binaries.program("postgres"), "-D", data().toString()));
        List.of(
                        "listen_addresses=127.0.0.1",
                        "port=" + settings.port(),
                        "unix_socket_directories=",
                        "max_connections=100",
                        "shared_buffers=256MB",
                        "max_wal_size=2GB",
                        "fsync=" + (settings.durable() ? "on" : "off"),
                        "full_page_writes=" + (settings.durable() ? "on" : "off"))
                .forEach(option -> command.addAll(List.of("-c", option)));
        return launch(Unprivileged.command(command));
    }

    private Launch launch(List<String> command) {
        return new Launch(
                name(), command, BaseEnvironment.variables(), settings.folder(), settings.log(), StopSignal.INT);
    }

    private Path data() {
        return settings.folder().resolve("data");
    }

    /** Creates beside the final place and moves at the end, so that a half-created folder is never started. */
    private void createDataUnlessThere(PostgresBinaries binaries) {
        if (Files.isDirectory(data())) {
            return;
        }
        try {
            Files.createDirectories(settings.folder());
            Files.createDirectories(settings.log().toAbsolutePath().getParent());
            Unprivileged.own(settings.folder());
            Path unfinished = Files.createTempDirectory(settings.folder(), "creating-");
            Unprivileged.own(unfinished);
            Path password =
                    Files.writeString(Files.createTempFile(settings.folder(), "password-", ""), settings.password());
            Unprivileged.own(password);
            OneShot.run(launch(Unprivileged.command(initialize(binaries, unfinished, password))), UNTIL_CREATED);
            Files.delete(password);
            Files.move(unfinished, data());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create PostgreSQL's data in " + settings.folder(), e);
        }
    }

    private List<String> initialize(PostgresBinaries binaries, Path unfinished, Path password) {
        List<String> command = new ArrayList<>(List.of(
                binaries.program("initdb"),
                "--pgdata=" + unfinished,
                "--username=postgres",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
        if (!settings.durable()) {
            command.add("--no-sync");
        }
        return command;
    }
}
