package dev.squaresync.direct.report;

import dev.squaresync.direct.dryrun.FieldChange;
import dev.squaresync.direct.dryrun.Sample;
import dev.squaresync.direct.read.StreamFigures;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How it went, for scripts. */
final class ReportJson {

    private final JsonMapper json = JsonMapper.builder().build();

    String of(Outcome outcome) {
        ObjectNode document = json.createObjectNode();
        document.put("runId", outcome.runId() == null ? null : outcome.runId().toString());
        document.put("dryRun", outcome.isDryRun());
        document.put("complete", outcome.isComplete());
        document.put("recorded", !outcome.isDryRun() && outcome.notRecorded().isEmpty());
        document.put("notRecordedBecause", outcome.notRecorded().orElse(null));
        ArrayNode dataTypes = document.putArray("dataTypes");
        outcome.figures().forEach(stream -> add(dataTypes.addObject(), stream, outcome));
        if (outcome.isDryRun()) {
            ArrayNode samples = document.putArray("samples");
            outcome.samples().forEach(sample -> add(samples.addObject(), sample));
        }
        return document.toString();
    }

    private static void add(ObjectNode node, StreamFigures stream, Outcome outcome) {
        node.put("dataType", stream.dataType().name());
        node.put("complete", stream.isComplete());
        node.put(
                "windowFrom",
                stream.window().from() == null ? null : stream.window().from().toString());
        node.put("windowTo", stream.window().to().toString());
        node.put("partitions", stream.partitions());
        node.put("partitionsCompleted", stream.whole());
        node.put("pages", stream.pages());
        node.put("inserted", stream.counts().inserted());
        node.put("updated", stream.counts().updated());
        node.put("unchanged", stream.counts().unchanged());
        node.put("deleted", stream.counts().deleted());
        node.put("parked", stream.counts().parked());
        RuntimeException failure = outcome.failures().get(stream.dataType());
        node.put("failure", failure == null ? null : Report.sentence(failure));
    }

    private void add(ObjectNode node, Sample sample) {
        node.put("dataType", sample.dataType().name());
        node.put("table", sample.table());
        node.put("id", sample.id());
        node.put("change", sample.change());
        ArrayNode fields = node.putArray("fields");
        for (FieldChange change : sample.fields()) {
            ObjectNode field = fields.addObject();
            field.put("path", change.path());
            field.set("before", change.before() == null ? json.nullNode() : json.readTree(change.before()));
            field.set("after", change.after() == null ? json.nullNode() : json.readTree(change.after()));
        }
    }
}
