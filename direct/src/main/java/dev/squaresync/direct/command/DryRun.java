package dev.squaresync.direct.command;

import dev.squaresync.direct.dryrun.RehearsedMirror;
import dev.squaresync.direct.dryrun.RehearsedSweep;
import dev.squaresync.direct.dryrun.Sample;
import dev.squaresync.direct.dryrun.Samples;
import dev.squaresync.direct.read.Patience;
import dev.squaresync.direct.read.Reading;
import dev.squaresync.direct.read.StreamFigures;
import dev.squaresync.direct.read.StreamPlan;
import dev.squaresync.direct.read.Stretch;
import dev.squaresync.direct.read.Tally;
import dev.squaresync.direct.report.Outcome;
import dev.squaresync.direct.report.Progress;
import dev.squaresync.direct.report.Report;
import dev.squaresync.message.DataType;
import dev.squaresync.writer.mirror.MirrorShadow;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads Square and tells what the mirror's code would make of it. */
final class DryRun {

    private final Desk desk;
    private final Workshop workshop;
    private final ReadOptions options;

    DryRun(Desk desk, Workshop workshop, ReadOptions options) {
        this.desk = desk;
        this.workshop = workshop;
        this.options = options;
    }

    /** @param sweep as the scheduler lets the writer do after a whole listing, and the emergency path does not */
    int run(Request request, boolean sweep, boolean force) {
        MirrorShadow shadow = new MirrorShadow(workshop.database(), workshop.mirroredTypes());
        shadow.cast();
        List<StreamPlan> plans =
                new Planner(workshop.square(), new Patience(desk.patience(), desk.screen()::note)).plan(request);
        UUID runId = UUID.randomUUID();
        Tally tally = Tally.of(plans);
        Map<DataType, RuntimeException> failures;
        try (Progress progress = Progress.start(desk.screen(), tally, desk.clock())) {
            Patience patience = new Patience(desk.patience(), tally::waiting);
            List<Stretch> stretches =
                    plans.stream().flatMap(plan -> plan.stretches().stream()).toList();
            failures = new Reading(workshop.square(), patience, tally, options.atOnce)
                    .read(runId, stretches, new RehearsedMirror(shadow, workshop.mirror()));
        }
        List<Sample> samples =
                new Samples(shadow, runId, options.samples).of(request.windows().keySet());
        RehearsedSweep sweeps =
                new RehearsedSweep(shadow, workshop.sweeps(), workshop.largestSweep(), force, desk.screen()::note);
        List<StreamFigures> figures = tally.figures().stream()
                .map(stream -> sweep ? sweeps.after(runId, stream) : stream)
                .toList();
        Outcome outcome = Outcome.dryRun(figures, failures, samples);
        new Report(desk.screen()).show(outcome, options.json);
        return Ending.exitCode(outcome);
    }
}
