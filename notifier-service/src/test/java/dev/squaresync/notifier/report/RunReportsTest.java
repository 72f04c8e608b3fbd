package dev.squaresync.notifier.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import dev.squaresync.message.PageCounts;
import dev.squaresync.message.RunState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.notifier.EndedRun;
import dev.squaresync.notifier.report.RunReport.Problem;
import dev.squaresync.notifier.report.RunReport.StreamReport;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunReportsTest {

    private final RunReports reports = new RunReports(
            new ShopSettings(ZoneId.of("Europe/Berlin")),
            new Links(new SchedulerSettings(URI.create("http://scheduler:8080"))));

    @Test
    void the_headline_of_a_complete_run_tells_its_size_and_duration() {
        assertThat(headline(EndedRun.completed())).isEqualTo("COMPLETED – 5 data types, 30,391 orders, 1 min 12 s");
    }

    @Test
    void the_headline_of_a_run_of_one_data_type_names_it() {
        SyncEnded run = EndedRun.run(RunState.COMPLETED, EndedRun.complete("catalog", new PageCounts(1, 0, 0, 0, 0)));

        assertThat(headline(run)).isEqualTo("COMPLETED – catalog, 1 row, 1 min 12 s");
    }

    @Test
    void the_headline_of_a_partial_run_begins_with_what_is_missing() {
        assertThat(headline(EndedRun.partial()))
                .isEqualTo("PARTIAL – inventory: Square refused inventory (403 INSUFFICIENT_SCOPES): the"
                        + " token lacks INVENTORY_READ; 2 of 3 data types complete");
    }

    @Test
    void data_types_that_failed_for_one_reason_share_it_in_the_headline() {
        assertThat(headline(EndedRun.failed()))
                .isEqualTo("FAILED – orders, categories: Square refused the token (401)");
    }

    @Test
    void several_reasons_are_counted_in_the_headline() {
        SyncEnded run = EndedRun.run(
                RunState.FAILED,
                EndedRun.failed("orders", null, EndedRun.REFUSED_TOKEN),
                EndedRun.failed("catalog", null, new Failure("page-not-written", "The disk is full.", 4)),
                EndedRun.failed("inventory", null, new Failure("no-locations", "Square lists no locations.", 1)));

        assertThat(headline(run)).isEqualTo("FAILED – orders: Square refused the token (401); 2 other problems");
    }

    @Test
    void a_long_detail_is_cut_in_the_headline_and_whole_in_the_report() {
        String detail = "x".repeat(1000);
        SyncEnded run = EndedRun.run(
                RunState.FAILED, EndedRun.failed("orders", null, new Failure("square-rejected", detail, 1)));

        assertThat(headline(run)).hasSizeLessThan(151).endsWith("x…");
        assertThat(report(run).problems()).extracting(Problem::detail).containsExactly(detail);
    }

    @Test
    void what_is_furthest_behind_is_told_first_in_the_shops_time() {
        assertThat(report(EndedRun.partial()).meaning())
                .containsExactly(
                        "inventory complete up to Sat 21 Nov 2026, 01:55; changes after that are not in yet.",
                        "orders and locations complete up to Sun 22 Nov 2026, 01:55; sales and changes after that are"
                                + " not in yet.");
    }

    @Test
    void a_data_type_that_was_never_complete_is_said_to_be_unproven() {
        assertThat(report(EndedRun.failed()).meaning())
                .containsExactly(
                        "categories: nothing is proven complete yet.",
                        "orders complete up to Sat 21 Nov 2026, 01:55; sales after that are not in yet.");
    }

    @Test
    void parked_objects_are_told_although_the_run_is_complete() {
        assertThat(report(EndedRun.completed()).outlook()).startsWith("Look at the parked objects");
        assertThat(report(EndedRun.completed()).meaning())
                .last()
                .asString()
                .startsWith("catalog: 2 objects are parked");
    }

    @Test
    void a_time_is_told_on_the_right_side_of_a_clock_change() {
        SyncEnded run = EndedRun.run(
                RunState.FAILED,
                EndedRun.failed("orders", Instant.parse("2026-10-25T00:59:59Z"), EndedRun.REFUSED_TOKEN));

        assertThat(report(run).meaning()).first().asString().contains("Sun 25 Oct 2026, 02:59;");
    }

    @Test
    void every_problem_says_what_to_do_about_it() {
        Problem problem = report(EndedRun.partial()).problems().get(0);

        assertThat(problem.code()).isEqualTo("square-forbidden, tried once");
        assertThat(problem.advice()).contains("permission").endsWith("./square-sync sync --data-type inventory");
    }

    @Test
    void one_reason_that_hit_several_data_types_is_one_problem() {
        Problem problem = report(EndedRun.failed()).problems().get(0);

        assertThat(report(EndedRun.failed()).problems()).hasSize(1);
        assertThat(problem.dataTypes()).isEqualTo("orders, categories");
        assertThat(problem.advice()).endsWith("./square-sync sync --data-type orders --data-type categories");
    }

    @Test
    void a_failed_data_type_without_a_reason_is_a_problem_all_the_same() {
        SyncEnded run = EndedRun.run(RunState.FAILED, EndedRun.failed("orders", null, null));

        assertThat(report(run).problems()).extracting(Problem::detail).containsExactly("No reason was given.");
    }

    @Test
    void line_breaks_and_control_characters_from_outside_do_not_get_into_a_report() {
        SyncEnded run = EndedRun.requestedBy(
                "anna\r\nBcc: thief@example.org\u202E\u0007",
                EndedRun.run(
                        RunState.FAILED,
                        EndedRun.failed(
                                "orders", null, new Failure("a\nb", "Refused\r\nBcc: thief@example.org\u0000", 2))));

        RunReport report = report(run);

        assertThat(report.headline()).endsWith("orders: Refused Bcc: thief@example.org");
        assertThat(report.facts().requestedBy()).isEqualTo("anna Bcc: thief@example.org");
        assertThat(report.problems()).extracting(Problem::code).containsExactly("a b, tried 2 times");
    }

    @Test
    void a_run_that_is_still_running_is_not_told() {
        assertThatThrownBy(() -> report(EndedRun.run(RunState.RUNNING)))
                .isInstanceOf(RunHasNotEnded.class)
                .hasMessageContaining("its state is RUNNING");
    }

    @Test
    void how_long_a_data_type_usually_takes_is_told_where_it_is_known() {
        RunReport report = reports.of(EndedRun.failed(), false, Map.of(DataType.of("orders"), Duration.ofSeconds(61)));

        assertThat(report.streams()).extracting(StreamReport::usualDuration).containsExactly("1 min 1 s", "–");
    }

    private RunReport report(SyncEnded run) {
        return reports.of(run, false, Map.of());
    }

    private String headline(SyncEnded run) {
        return report(run).headline();
    }
}
