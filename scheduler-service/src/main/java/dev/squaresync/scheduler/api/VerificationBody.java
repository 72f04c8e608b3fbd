package dev.squaresync.scheduler.api;

import dev.squaresync.message.DataType;
import dev.squaresync.message.StreamVerified;
import dev.squaresync.scheduler.run.Verification;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of one data type has shown.
 *
 * @param completeUpTo what changed in Square later was not compared
 * @param seen objects that Square showed
 * @param lookedUp objects that differed at first sight, and were asked for once more
 * @param judgedAt null: not yet
 * @param found objects that the mirror did not hold as Square has them
 * @param repaired how many of these it holds now
 * @param findings the first of them
 * @param days the latest, and all on which something was found
 */
record VerificationBody(
        DataType dataType,
        Instant completeUpTo,
        boolean repair,
        int seen,
        int lookedUp,
        @Nullable Instant judgedAt,
        int found,
        int repaired,
        List<StreamVerified.Finding> findings,
        List<StreamVerified.Day> days) {

    static VerificationBody of(Verification.Detail detail) {
        Verification verification = detail.verification();
        return new VerificationBody(
                verification.dataType(),
                verification.completeUpTo(),
                verification.repair(),
                verification.seen(),
                verification.suspects(),
                verification.judgedAt(),
                verification.found(),
                verification.repaired(),
                detail.findings(),
                detail.days());
    }
}
