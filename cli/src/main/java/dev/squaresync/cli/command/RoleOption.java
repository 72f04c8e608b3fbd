package dev.squaresync.cli.command;

import picocli.CommandLine.Option;

/** What somebody or something may do. */
final class RoleOption {

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "viewer",
            description = "viewer: may look; operator: may do everything. Default: ${DEFAULT-VALUE}.")
    private String role = "viewer";

    String role() {
        return role;
    }
}
