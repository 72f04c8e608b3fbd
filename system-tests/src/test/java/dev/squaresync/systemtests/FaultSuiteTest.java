package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.systemtests.CampaignReport.Count;
import org.junit.jupiter.api.Test;

/** A small campaign of a fixed seed; the great one is {@link FaultCampaign}. */
class FaultSuiteTest {

    private static final long SEED = 7;
    private static final int FAULTS = 6;

    @Test
    void a_sync_and_a_repair_full_of_faults_lose_nothing_and_every_run_ends() {
        CampaignReport report = new CampaignReport(SEED);
        FaultPlan plan = new FaultPlan(SEED, FAULTS);
        FaultRound sync = plan.next();
        FaultRound repair = plan.next();
        try (FaultStack stack = FaultStack.prepared(
                        "fault-suite",
                        settings -> QuickStart.of(settings).withOrders(4_000).withSimulatorArgument("--items=150"))
                .start()) {
            Campaign campaign = new Campaign(stack, report);
            campaign.play(sync);
            campaign.play(repair);
            Findings.in(stack).addTo(report);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("Seed " + SEED + ", " + sync + "; " + repair + ": " + e.getMessage(), e);
        }
        System.out.println(report.markdown());
        assertThat(report.of(Count.ROUNDS)).isEqualTo(2);
        assertThat(repair.work()).isEqualTo(RoundWork.REPAIR);
        assertThat(report.of(Count.RECORDS)).isGreaterThan(8_000);
    }

    @Test
    void a_seed_always_means_the_same_rounds() {
        FaultPlan one = new FaultPlan(SEED, FAULTS);
        FaultPlan other = new FaultPlan(SEED, FAULTS);

        for (int round = 0; round < 20; round++) {
            assertThat(one.next()).hasToString(other.next().toString());
        }
    }
}
