package dev.squaresync.localstack.process;

import java.nio.file.Path;

/** A part of the stack did not start. The message is for a person and names the part. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Path log;

    public StartFailure(String part, String reason, Path log) {
        super(part + " " + reason);
        this.log = log;
    }

    /** The file with the part's own words; it may not exist. */
    public Path log() {
        return log;
    }
}
