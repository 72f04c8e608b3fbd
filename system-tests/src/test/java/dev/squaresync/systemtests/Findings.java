package dev.squaresync.systemtests;

import dev.squaresync.systemtests.CampaignReport.Count;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * What a campaign leaves behind.
 *
 * @param violations by the invariant's number and name
 */
record Findings(Map<String, List<String>> violations, long openDeadLetters) {

    private static final String EQUALS_THE_SOURCE = "2 equals-the-source";
    private static final String NEVER_REGRESSES = "3 never-regresses";

    static Findings in(FaultStack stack) {
        try {
            stack.repair();
            long open = stack.mirror()
                    .query("select id from scheduler.dead_letters where state = 'OPEN'")
                    .size();
            return new Findings(new AtRest(stack).violations(), open);
        } catch (SQLException e) {
            throw new IllegalStateException("The findings cannot be read", e);
        }
    }

    void addTo(CampaignReport report) {
        report.set(
                Count.LOST,
                violations.getOrDefault(EQUALS_THE_SOURCE, List.of()).size());
        report.set(
                Count.REGRESSED,
                violations.getOrDefault(NEVER_REGRESSES, List.of()).size());
        report.set(Count.OPEN_DEAD_LETTERS, openDeadLetters);
        violations.forEach((name, found) -> System.out.println(name + ": " + found));
    }
}
