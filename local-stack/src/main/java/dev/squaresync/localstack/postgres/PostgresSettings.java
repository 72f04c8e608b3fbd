package dev.squaresync.localstack.postgres;

import java.nio.file.Path;

/**
 * How a PostgreSQL server is set up.
 *
 * @param folder where its data lies; created when missing. When this process is root's, {@code nobody} must be able to
 *     reach it
 * @param log the file for the server's output
 * @param port the port on 127.0.0.1
 * @param password the superuser's; the superuser is called {@code postgres}
 * @param durable whether what is committed outlives a crash of the machine (fsync). Without it the server is faster;
 *     data outlives a kill of the server in both cases
 */
public record PostgresSettings(Path folder, Path log, int port, String password, boolean durable) {

    @Override
    public String toString() {
        return "PostgreSQL on port " + port + " in " + folder;
    }
}
