package dev.squaresync.notifier.condition;

import static dev.squaresync.message.ConditionKind.COVERAGE_GAP;
import static dev.squaresync.message.ConditionKind.DEAD_LETTERS;
import static dev.squaresync.message.ConditionKind.DEPENDENCY_DOWN;
import static dev.squaresync.message.ConditionKind.DISK_NEARLY_FULL;
import static dev.squaresync.message.ConditionKind.RUN_SKIPPED;
import static dev.squaresync.message.ConditionKind.SCOPE_MISSING;
import static dev.squaresync.message.ConditionKind.SERVICE_SILENT;
import static dev.squaresync.message.ConditionKind.STREAM_STALLED;
import static dev.squaresync.message.ConditionKind.TEST;
import static dev.squaresync.message.ConditionKind.TOKEN_EXPIRING;
import static dev.squaresync.message.ConditionKind.TOKEN_REFUSED;

import dev.squaresync.message.ConditionReported;
import dev.squaresync.message.DataType;
import dev.squaresync.notifier.alert.Alert;
import dev.squaresync.notifier.alert.Alert.Part;
import dev.squaresync.notifier.alert.Severity;
import dev.squaresync.notifier.report.Figures;
import dev.squaresync.notifier.report.OneLine;
import dev.squaresync.notifier.report.ShopSettings;
import dev.squaresync.notifier.report.ShopTime;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says in words for people what a service has reported. */
@Component
class ConditionTexts {

    private static final int LONGEST_HEADLINE = 140;

    private static final List<String> WAITS =
            List.of("What is under way waits and goes on by itself; nothing is lost.");

    private final ShopTime time;

    ConditionTexts(ShopSettings shop) {
        this.time = new ShopTime(shop.timeZone());
    }

    Alert alert(ConditionReported report) {
        Words words = words(report);
        String headline = words.severity() + " – " + what(report);
        return new Alert(
                report.kind(),
                report.cause(),
                words.severity(),
                OneLine.of(headline, LONGEST_HEADLINE),
                List.of(OneLine.of(time.inText(report.detail()))),
                words.meaning(),
                words.bySystem(),
                words.byReader(),
                report.breakdown().stream().map(this::part).toList(),
                words.page(),
                report.count());
    }

    /** It, in a few words. */
    String what(ConditionReported report) {
        String which = report.cause().contains(":")
                ? report.cause().substring(report.cause().indexOf(':') + 1)
                : "";
        String what = switch (report.kind()) {
            case DEAD_LETTERS ->
                report.count() == 0
                        ? "dead letters: " + which
                        : Figures.counted(report.count(), "dead letter", "dead letters") + ": " + which;
            case COVERAGE_GAP -> names(report) + "not proven complete";
            case STREAM_STALLED -> names(report) + "does not move";
            case RUN_SKIPPED -> names(report) + "a scheduled sync was skipped";
            case DEPENDENCY_DOWN -> which.replace(":", " cannot reach ");
            case SERVICE_SILENT -> "no " + which + " is heard of";
            case TOKEN_REFUSED -> "Square refuses the access token";
            case SCOPE_MISSING -> "the access token may not read everything";
            case TOKEN_EXPIRING -> "the access token expires soon";
            case DISK_NEARLY_FULL -> "the mirror's disk is nearly full";
            case TEST -> "a test of all channels, " + which;
            default -> report.kind();
        };
        return OneLine.of(what, LONGEST_HEADLINE);
    }

    private Words words(ConditionReported report) {
        return switch (report.kind()) {
            case DEAD_LETTERS ->
                new Words(
                        Severity.FAILURE,
                        List.of("What they hold is not in the mirror; it is kept, and can be replayed."),
                        List.of("The other messages go on."),
                        List.of(
                                "See the cause, and replay when it is gone: ./square-sync dead-letters list",
                                "./square-sync dead-letters replay --code "
                                        + OneLine.of(report.facts().getOrDefault("code", "CODE"))),
                        "dead-letters");
            case COVERAGE_GAP ->
                new Words(
                        Severity.WARNING,
                        List.of("A stretch of time is not proven complete; what is missing there cannot be told."),
                        List.of("The next scheduled run reads it again."),
                        List.of("To close it at once: ./square-sync sync --wait"),
                        "");
            case STREAM_STALLED ->
                new Words(
                        Severity.WARNING,
                        List.of("What this run was to bring is not in yet."),
                        List.of("It is asked for once more, and given up if nothing comes; that is told, too."),
                        List.of("See what the services wait for: ./square-sync doctor"),
                        "runs");
            case RUN_SKIPPED ->
                new Words(
                        Severity.WARNING,
                        List.of("What has changed since is in after the next run."),
                        List.of("The next run begins where the data is complete, so nothing is lost."),
                        List.of("If runs take longer than the time between them: ./square-sync schedule set"),
                        "schedules");
            case DEPENDENCY_DOWN ->
                new Words(
                        Severity.FAILURE,
                        List.of("Nothing new comes in as long as it lasts."),
                        WAITS,
                        List.of("See what is wrong there: ./square-sync doctor"),
                        "system");
            case SERVICE_SILENT ->
                new Words(
                        Severity.FAILURE,
                        List.of("Nothing new comes in as long as it is away."),
                        WAITS,
                        List.of("Start it again, and look at its log."),
                        "system");
            case TOKEN_REFUSED, SCOPE_MISSING ->
                new Words(
                        Severity.FAILURE,
                        List.of("Nothing new comes in until the token is right."),
                        List.of("Each scheduled run tries again."),
                        List.of(
                                "Renew SQUARE_ACCESS_TOKEN in Square's Developer Console, restart the fetcher, then: ./square-sync sync"),
                        "system");
            case TOKEN_EXPIRING ->
                new Words(
                        Severity.WARNING,
                        List.of("Nothing is missing yet. After that time nothing new comes in."),
                        List.of(),
                        List.of("Renew SQUARE_ACCESS_TOKEN in Square's Developer Console and restart the fetcher."),
                        "system");
            case DISK_NEARLY_FULL ->
                new Words(
                        Severity.FAILURE,
                        List.of("Nothing is missing yet. When it is full, nothing new comes in."),
                        WAITS,
                        List.of("Give PostgreSQL more disk, or delete what is not needed."),
                        "system");
            case TEST ->
                new Words(Severity.REPORT, List.of(), List.of(), List.of("Nothing: this channel works."), "system");
            default -> new Words(Severity.WARNING, List.of(), List.of(), List.of("./square-sync doctor"), "");
        };
    }

    private Part part(ConditionReported.Part part) {
        String dataType = part.dataType() == null ? "" : part.dataType() + ": ";
        return new Part(OneLine.of(dataType + time.inText(part.what())), part.count());
    }

    private static String names(ConditionReported report) {
        return report.dataTypes().isEmpty()
                ? ""
                : report.dataTypes().stream().map(DataType::name).collect(Collectors.joining(", ")) + ": ";
    }

    /** What is always said of a kind. */
    private record Words(
            Severity severity, List<String> meaning, List<String> bySystem, List<String> byReader, String page) {}
}
