package dev.squaresync.cli.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people were told last, the newest first. */
public record Notices(List<Notice> notices) {

    /**
     * @param state SENT or FAILED
     * @param detail why it could not be sent; null: it was
     */
    public record Notice(
            String channel,
            String subject,
            String state,
            @Nullable String detail) {}
}
