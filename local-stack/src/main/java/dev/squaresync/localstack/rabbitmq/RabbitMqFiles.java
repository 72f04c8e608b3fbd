package dev.squaresync.localstack.rabbitmq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The broker's configuration files, written anew before each start. */
final class RabbitMqFiles {

    private static final String CONFIGURATION = """
            listeners.tcp.1 = 127.0.0.1:%d
            management.tcp.ip = 127.0.0.1
            management.tcp.port = %d
            default_user = %s
            default_pass = %s
            disk_free_limit.absolute = 200MB
            vm_memory_high_watermark.absolute = 1GB
            # Quorum queues keep what is in the write-ahead log in memory as well; the default is 512 MB.
            raft.wal_max_size_bytes = 67108864
            log.console = true
            log.console.level = info
            log.file = false
            """;

    private final RabbitMqSettings settings;

    RabbitMqFiles(RabbitMqSettings settings) {
        this.settings = settings;
    }

    void write() {
        try {
            Files.createDirectories(settings.folder());
            Files.createDirectories(settings.log().toAbsolutePath().getParent());
            Files.writeString(enabledPlugins(), "[rabbitmq_management].\n");
            Files.writeString(configuration(), "");
            Files.setPosixFilePermissions(configuration(), PosixFilePermissions.fromString("rw-------"));
            Files.writeString(
                    configuration(),
                    CONFIGURATION.formatted(
                            settings.port(), settings.managementPort(), settings.user(), settings.password()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write RabbitMQ's configuration into " + settings.folder(), e);
        }
    }

    Path configuration() {
        return settings.folder().resolve("rabbitmq.conf");
    }

    Path enabledPlugins() {
        return settings.folder().resolve("enabled_plugins");
    }
}
