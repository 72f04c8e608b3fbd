package dev.squaresync.direct.verify;

import dev.squaresync.message.DataType;
import dev.squaresync.writer.mirror.Finding;
import dev.squaresync.writer.mirror.ProofWindow;
import java.util.List;

/**
 * What the comparison of one data type has shown.
 *
 * @param seen objects that Square showed
 * @param lookedUp objects that differed at first sight
 * @param repaired whether the findings were repaired
 */
public record Verified(
        DataType dataType, ProofWindow window, int seen, int lookedUp, List<Finding> findings, boolean repaired) {

    /** Whether the mirror holds what Square has, maybe only now. */
    public boolean isComplete() {
        return findings.isEmpty()
                || repaired && findings.stream().noneMatch(finding -> finding.kind() == Finding.Kind.UNKNOWN);
    }
}
