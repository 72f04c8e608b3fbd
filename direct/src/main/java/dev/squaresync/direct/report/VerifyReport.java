package dev.squaresync.direct.report;

import dev.squaresync.direct.verify.Verified;
import dev.squaresync.message.DataType;
import dev.squaresync.writer.mirror.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells what a verification has shown. */
public final class VerifyReport {

    private static final int MOST_LINES = 40;

    private final Screen screen;

    public VerifyReport(Screen screen) {
        this.screen = screen;
    }

    /**
     * @param failures of the data types that could not be compared
     * @param notRecorded why the scheduler's history does not know of it; empty: it does
     * @param json for scripts
     */
    public void show(
            UUID id,
            List<Verified> verified,
            Map<DataType, RuntimeException> failures,
            Optional<String> notRecorded,
            boolean json) {
        if (json) {
            screen.document(document(id, verified, failures, notRecorded));
        } else {
            verified.forEach(this::line);
            verified.forEach(this::findings);
        }
        failures.forEach(
                (dataType, failure) -> screen.note(dataType + " was not compared: " + Report.sentence(failure)));
        if (!json && failures.isEmpty()) {
            screen.line("");
            screen.line(end(verified));
            notRecorded.ifPresent(reason -> screen.note("It is not in the scheduler's history: " + reason + "."));
        }
    }

    private void line(Verified one) {
        screen.line(String.format(
                Locale.ENGLISH,
                "%-11s %,10d seen  %,8d looked up  %,8d wrong   up to %s",
                one.dataType(),
                one.seen(),
                one.lookedUp(),
                one.findings().size(),
                one.window().completeUpTo()));
    }

    private void findings(Verified one) {
        if (one.findings().isEmpty()) {
            return;
        }
        screen.line("");
        one.findings().stream().limit(MOST_LINES).forEach(finding -> screen.line(inWords(finding)));
        if (one.findings().size() > MOST_LINES) {
            screen.line("  and " + (one.findings().size() - MOST_LINES) + " more; --json shows them all");
        }
    }

    private static String inWords(Finding finding) {
        StringBuilder words = new StringBuilder("  " + finding.kind().name().toLowerCase(Locale.ROOT) + " "
                + finding.dataType() + " " + finding.objectId());
        if (finding.locationId() != null) {
            words.append(", location ").append(finding.locationId());
        }
        if (finding.day() != null) {
            words.append(", ").append(finding.day());
        }
        if (finding.squareMoney() != null || finding.mirrorMoney() != null) {
            words.append(", ")
                    .append(money(finding.mirrorMoney()))
                    .append(" in the mirror, ")
                    .append(money(finding.squareMoney()))
                    .append(" in Square");
        }
        return words.toString();
    }

    private static String money(@org.jspecify.annotations.Nullable Long minorUnits) {
        return minorUnits == null ? "nothing" : minorUnits.toString();
    }

    private static String end(List<Verified> verified) {
        int wrong = verified.stream().mapToInt(one -> one.findings().size()).sum();
        if (wrong == 0) {
            return "Complete: the mirror holds what Square has.";
        }
        return verified.stream().allMatch(Verified::isComplete)
                ? "Repaired: the mirror holds what Square has now."
                : "Not complete. ./square-sync verify --repair makes the mirror what Square has.";
    }

    private static String document(
            UUID id, List<Verified> verified, Map<DataType, RuntimeException> failures, Optional<String> notRecorded) {
        ObjectNode document = JsonMapper.builder().build().createObjectNode();
        document.put("id", id.toString());
        document.put("complete", failures.isEmpty() && verified.stream().allMatch(Verified::isComplete));
        document.put("recorded", notRecorded.isEmpty());
        notRecorded.ifPresent(reason -> document.put("notRecorded", reason));
        var dataTypes = document.putArray("dataTypes");
        for (Verified one : verified) {
            ObjectNode node = dataTypes.addObject();
            node.put("dataType", one.dataType().name());
            node.put("completeUpTo", one.window().completeUpTo().toString());
            node.put("seen", one.seen());
            node.put("lookedUp", one.lookedUp());
            node.put("repaired", one.repaired());
            var findings = node.putArray("findings");
            one.findings().forEach(finding -> add(findings.addObject(), finding));
        }
        ObjectNode failed = document.putObject("failures");
        failures.forEach((dataType, failure) -> failed.put(dataType.name(), Report.sentence(failure)));
        return document.toString();
    }

    private static void add(ObjectNode node, Finding finding) {
        node.put("id", finding.objectId());
        node.put("kind", finding.kind().name());
        node.put("locationId", finding.locationId());
        node.put("day", finding.day() == null ? null : finding.day().toString());
        node.put("squareMoney", finding.squareMoney());
        node.put("mirrorMoney", finding.mirrorMoney());
    }
}
