package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.systemtests.CampaignReport.Count;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * The great campaign: hundreds of faults over a million records. It takes about half an hour, so it runs only when it is asked
 * for: {@code -Dtest=FaultCampaign}, with the system properties {@code fault.seed}, {@code fault.count}, {@code fault.records} and
 * {@code fault.minutes}, after which no further round begins.
 */
class FaultCampaign {

    private static final int FAULTS_IN_A_ROUND = 16;
    private static final int LEAST_KINDS = 12;

    private final long seed = Long.getLong("fault.seed", 20_260_624L);
    private final int faults = Integer.getInteger("fault.count", 300);
    private final long records = Long.getLong("fault.records", 1_000_000L);
    private final Duration atMost = Duration.ofMinutes(Integer.getInteger("fault.minutes", 60));

    @Test
    void nothing_is_lost_nothing_regresses_and_every_run_ends() {
        CampaignReport report = new CampaignReport(seed);
        FaultPlan plan = new FaultPlan(seed, FAULTS_IN_A_ROUND);
        try (FaultStack stack = FaultStack.prepared(
                        "fault-campaign", settings -> settings.withOrders(Integer.getInteger("fault.orders", 30_391)))
                .start()) {
            Campaign campaign = new Campaign(stack, report);
            try {
                while ((report.faults() < faults || report.of(Count.RECORDS) < records)
                        && report.took().compareTo(atMost) < 0) {
                    FaultRound round = plan.next();
                    System.out.printf("%s, round %d, %s%n", report.took(), report.of(Count.ROUNDS) + 1, round);
                    campaign.play(round);
                }
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "The campaign of seed " + seed + " failed in round " + (report.of(Count.ROUNDS) + 1) + ": "
                                + e.getMessage(),
                        e);
            } finally {
                Findings.in(stack).addTo(report);
                report.write(Path.of(System.getProperty("checkout"), "system-tests/target/fault-campaign.md"));
                System.out.println(report.markdown());
            }
        }
        assertThat(report.faults()).as("faults").isGreaterThanOrEqualTo(faults);
        assertThat(report.kinds()).as("kinds of faults").isGreaterThanOrEqualTo(Math.min(LEAST_KINDS, faults));
        assertThat(report.of(Count.RECORDS)).as("records synced").isGreaterThanOrEqualTo(records);
        assertThat(report.of(Count.LOST)).as("records lost").isZero();
        assertThat(report.of(Count.REGRESSED)).as("records regressed").isZero();
    }
}
