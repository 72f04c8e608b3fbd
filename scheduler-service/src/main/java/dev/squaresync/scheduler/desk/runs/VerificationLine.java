package dev.squaresync.scheduler.desk.runs;

import dev.squaresync.message.StreamVerified;
import dev.squaresync.scheduler.run.Verification;
import java.util.List;

/**
 * What a verification says of one data type.
 *
 * @param findings the first of them
 * @param more how many are not among them
 */
public record VerificationLine(
        Verification verification, List<StreamVerified.Finding> findings, int more, ProofGrid grid) {

    private static final int MOST_SHOWN = 100;

    static VerificationLine of(Verification.Detail detail) {
        List<StreamVerified.Finding> shown =
                detail.findings().stream().limit(MOST_SHOWN).toList();
        return new VerificationLine(
                detail.verification(),
                shown,
                detail.verification().found() - shown.size(),
                ProofGrid.of(detail.days()));
    }

    /** As the words after the data type's name. */
    public String words() {
        if (verification.judgedAt() == null) {
            return verification.comparedAt() == null ? "being read" : "being looked up";
        }
        if (verification.found() == 0) {
            return "as in Square";
        }
        return verification.open() == 0 ? "repaired" : "not as in Square";
    }

    public String pill() {
        if (verification.judgedAt() == null) {
            return "running";
        }
        return verification.open() == 0 ? "completed" : "failed";
    }
}
