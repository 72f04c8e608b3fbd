package dev.squaresync.writer.mirror;

import static java.util.stream.Collectors.toMap;

import dev.squaresync.message.DataType;
import dev.squaresync.message.StreamSwept;
import dev.squaresync.message.SweepRequested;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Marks as deleted what a full listing of Square's did not show, unless that is too much to be believed. */
@Component
public class Sweeps {

    private final Map<DataType, MirroredType> types;
    private final PageTransaction transaction;
    private final MissingObjects missing;
    private final FollowUps followUps;
    private final Clock clock;

    Sweeps(
            List<MirroredType> types,
            PageTransaction transaction,
            MissingObjects missing,
            FollowUps followUps,
            Clock clock) {
        this.types = types.stream().collect(toMap(MirroredType::dataType, Function.identity()));
        this.transaction = transaction;
        this.missing = missing;
        this.followUps = followUps;
        this.clock = clock;
    }

    /**
     * Sweeps after a listing, or finds that it was done. Data types that Square does not list whole have nothing to sweep.
     *
     * @param largestPercentage if more of what exists is missing, nothing is marked; a forced request marks it all the same
     * @throws CommandNotDone if PostgreSQL cannot do it now; nothing was marked
     */
    public StreamSwept sweep(SweepRequested request, int largestPercentage) {
        MirroredType type = types.get(request.dataType());
        if (type == null || !type.isListedWhole()) {
            return new StreamSwept(request.runId(), request.dataType(), 0, 0, 0, now());
        }
        String alone = "sweep " + request.runId() + request.dataType();
        try {
            return transaction.of(
                    request.runId(),
                    type,
                    alone,
                    status -> missing.receipt(request).orElseGet(() -> sweepFirst(request, type, largestPercentage)));
        } catch (DataAccessException | TransactionException e) {
            throw new CommandNotDone(e);
        }
    }

    private StreamSwept sweepFirst(SweepRequested request, MirroredType type, int largestPercentage) {
        StreamSwept found = missing.count(request, type, now());
        boolean believed = request.force() || found.missing() * 100L <= (long) largestPercentage * found.held();
        StreamSwept swept = believed ? marked(request, type, found) : found;
        missing.add(swept);
        return swept;
    }

    private StreamSwept marked(SweepRequested request, MirroredType type, StreamSwept found) {
        List<String> marked = missing.mark(request, type, found.at());
        if (!marked.isEmpty()) {
            followUps.run(type, marked, marked);
        }
        return new StreamSwept(request.runId(), request.dataType(), marked.size(), 0, found.held(), found.at());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
