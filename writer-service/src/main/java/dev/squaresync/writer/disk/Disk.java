package dev.squaresync.writer.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the mirror fills, as far as the settings name it. */
@Component
class Disk {

    private final DiskSettings settings;
    private final JdbcClient database;

    Disk(DiskSettings settings, JdbcClient database) {
        this.settings = settings;
        this.database = database;
    }

    List<Fill> fills() {
        List<Fill> fills = new ArrayList<>();
        if (settings.path() != null) {
            fills.add(folder());
        }
        if (settings.size() != null) {
            long used = database.sql("select pg_database_size(current_database())")
                    .query(Long.class)
                    .single();
            fills.add(new Fill(
                    "What the mirror's database may take", used, settings.size().toBytes()));
        }
        return fills;
    }

    private Fill folder() {
        try {
            FileStore store = Files.getFileStore(settings.path());
            return new Fill("The mirror's disk", store.getTotalSpace() - store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
