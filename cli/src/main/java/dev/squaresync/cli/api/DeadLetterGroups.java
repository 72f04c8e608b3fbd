package dev.squaresync.cli.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dead letters by their cause. */
public record DeadLetterGroups(List<Group> groups) {

    /**
     * Dead letters that have queue, kind of message, code and data type in common.
     *
     * @param wireType null: unreadable
     * @param dataType null: none is known
     */
    public record Group(
            String queue,
            @Nullable String wireType,
            String code,
            @Nullable String dataType,
            long count,
            Instant firstSeenAt,
            Instant lastSeenAt,
            Example example) {}

    /** One of the group. */
    public record Example(String id, String reason) {}

    /** How many dead letters there are in all groups. */
    public long total() {
        return groups.stream().mapToLong(Group::count).sum();
    }
}
