package dev.squaresync.localstack.command;

import java.nio.file.Path;

/** The folder of the repository, which the script that starts this program names. */
record Checkout(Path folder) {

    static Checkout current() {
        return new Checkout(
                Path.of(System.getProperty("checkout", "")).toAbsolutePath().normalize());
    }

    Path home() {
        return folder.resolve(".local");
    }
}
