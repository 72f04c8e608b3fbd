package dev.squaresync.cli.doctor.database;

import dev.squaresync.cli.doctor.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How large the database is, and whether there is room for more.
 *
 * @param local its disk is this machine's
 */
record DiskProbe(boolean local) implements DatabaseProbe {

    private static final long MEGABYTE = 1_000_000;
    private static final long SCARCE = 2_000 * MEGABYTE;
    private static final long TOO_LITTLE = 300 * MEGABYTE;

    private static final String SIZE = """
            select
                pg_database_size(current_database()) as bytes,
                case when pg_has_role('pg_read_all_settings', 'member') then current_setting('data_directory') end as folder""";

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Finding look(Connection connection) throws SQLException {
        return Row.of(connection, SIZE, row -> found(row.getLong("bytes"), row.getString("folder")))
                .orElseThrow();
    }

    private Finding found(long bytes, @Nullable String folder) {
        String size = "The database has " + megabytes(bytes);
        OptionalLong free = free(folder);
        if (free.isEmpty()) {
            return Finding.ok(name(), size + "; the free space on its disk cannot be seen from here.");
        }
        String room = size + "; free on its disk: " + megabytes(free.getAsLong()) + ".";
        if (free.getAsLong() < TOO_LITTLE) {
            return Finding.problem(
                    name(), room, "Make room now. When it is full, syncs stop, lose nothing, and go on after that.");
        }
        return free.getAsLong() < SCARCE
                ? Finding.warning(name(), room, "Make room, or give it a larger disk, before it is full.")
                : Finding.ok(name(), room);
    }

    private OptionalLong free(@Nullable String folder) {
        if (!local || folder == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Files.getFileStore(Path.of(folder)).getUsableSpace());
        } catch (IOException | SecurityException e) {
            return OptionalLong.empty();
        }
    }

    private static String megabytes(long bytes) {
        return bytes / MEGABYTE + " MB";
    }
}
