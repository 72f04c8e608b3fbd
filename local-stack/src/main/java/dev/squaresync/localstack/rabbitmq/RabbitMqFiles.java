package dev.squaresync.localstack.rabbitmq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The broker's configuration files, written anew before each start. */
final class RabbitMqFiles {

    static final String MEMORY_LIMIT = "1GB";

    private static final String CONFIGURATION = """
            listeners.tcp.1 = 127.0.0.1:%d
            management.tcp.ip = 127.0.0.1
            management.tcp.port = %d
            default_user = %s
            default_pass = %s
            disk_free_limit.absolute = 200MB
            vm_memory_high_watermark.absolute = %s
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
                            settings.port(),
                            settings.managementPort(),
                            settings.user(),
                            settings.password(),
                            MEMORY_LIMIT));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write RabbitMQ's configuration into " + settings.folder(), e);
        }
    }

    /** Where the broker keeps its queues, messages and users. */
    Path data() {
        return settings.folder().resolve("mnesia");
    }

    void deleteData() {
        if (!Files.isDirectory(data())) {
            return;
        }
        try (Stream<Path> files = Files.walk(data())) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + data(), e);
        }
    }

    Path configuration() {
        return settings.folder().resolve("rabbitmq.conf");
    }

    Path enabledPlugins() {
        return settings.folder().resolve("enabled_plugins");
    }
}
