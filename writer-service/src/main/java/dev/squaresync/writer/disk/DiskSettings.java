package dev.squaresync.writer.disk;

import dev.squaresync.settings.InvalidSetting;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is known of the disk that PostgreSQL fills. PostgreSQL itself does not tell how much room is left.
 *
 * @param path a folder on that disk, if this service sees it; null: it does not
 * @param size how large the database may become; null: as large as it likes
 * @param nearlyFull the percentage from which on people are told
 */
@ConfigurationProperties("mirror.disk")
record DiskSettings(
        @Nullable Path path,
        @Nullable DataSize size,
        @DefaultValue("85") int nearlyFull) {

    DiskSettings {
        if (nearlyFull < 1 || nearlyFull > 99) {
            throw new InvalidSetting(
                    "MIRROR_DISK_NEARLY_FULL is " + nearlyFull + ": set it to a percentage from 1 to 99, such as 85.");
        }
        if (size != null && size.toBytes() <= 0) {
            throw new InvalidSetting("MIRROR_DISK_SIZE is " + size + ": set it to a size such as 50GB.");
        }
        if (path != null && !Files.isDirectory(path)) {
            throw new InvalidSetting(
                    "MIRROR_DISK_PATH is " + path
                            + ", which is no folder that can be seen here: set it to one on PostgreSQL's disk, or leave it out.");
        }
    }
}
