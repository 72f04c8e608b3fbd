package dev.squaresync.simulator.fault;

import dev.squaresync.simulator.cursor.CursorBook;
import dev.squaresync.simulator.cursor.Page;
import dev.squaresync.simulator.wire.Reply;
import dev.squaresync.simulator.wire.Reply.Delivery;
import dev.squaresync.simulator.wire.Resource;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stands between the API and its client, and lets go wrong what should. */
public final class Faults {
    private final FaultBook book;
    private final CursorBook cursors;
    private final ReplyFaults replies = new ReplyFaults();
    private final PageFaults pages = new PageFaults();
    private final ObjectFaults objects = new ObjectFaults();

    public Faults(FaultBook book, CursorBook cursors) {
        this.book = book;
        this.cursors = cursors;
    }

    /** The reply to a request, as right or wrong as it should be. */
    public Reply reply(Resource resource, boolean hasCursor, Supplier<Page> rightPage) {
        Fault fault = book.next(resource, hasCursor);
        if (fault == null) {
            return rightPage.get().reply(cursors);
        }
        Reply instead = replies.instead(fault);
        return instead != null ? instead : strike(fault, rightPage.get());
    }

    /** The refusal of a request that came too soon after others. */
    public static Reply rateLimited(@Nullable Integer retryAfterSeconds) {
        return ReplyFaults.rateLimited(retryAfterSeconds);
    }

    private Reply strike(Fault fault, Page page) {
        FaultKind kind = fault.kind();
        return switch (kind.group()) {
            case PAGE -> pages.strike(fault, page).reply(cursors);
            case OBJECT -> altered(kind, page.reply(cursors));
            default -> delivered(kind, page.reply(cursors));
        };
    }

    private Reply altered(FaultKind kind, Reply reply) {
        return reply.withBody(objects.alter(kind, reply.body()));
    }

    private static Reply delivered(FaultKind kind, Reply reply) {
        return switch (kind) {
            case TRUNCATED -> reply.delivered(Delivery.CUT);
            case SLOW_BODY -> reply.delivered(Delivery.SLOW);
            case NO_ANSWER -> reply.delivered(Delivery.NEVER);
            case BROKEN_JSON -> reply.withBody(Arrays.copyOf(reply.body(), reply.body().length / 2));
            default -> reply;
        };
    }
}
