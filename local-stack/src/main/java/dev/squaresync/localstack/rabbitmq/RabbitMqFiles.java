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
            %s
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
            writePrivately(
                    configuration(),
                    CONFIGURATION.formatted(settings.port(), settings.managementPort(), users(), MEMORY_LIMIT));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write RabbitMQ's configuration into " + settings.folder(), e);
        }
    }

    /** Who may do what; of a broker whose services have users of their own, in a file that it takes in at each start. */
    private String users() throws IOException {
        if (settings.servicePasswords().isEmpty()) {
            return "default_user = " + settings.user() + "\ndefault_pass = " + settings.password();
        }
        writePrivately(definitions(), Definitions.of(settings));
        return "load_definitions = " + definitions();
    }

    private static void writePrivately(Path file, String content) throws IOException {
        Files.writeString(file, "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, content);
    }

    private Path definitions() {
        return settings.folder().toAbsolutePath().resolve("definitions.json");
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
