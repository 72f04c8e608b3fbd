package dev.squaresync.direct.command;

import dev.squaresync.direct.journal.SchedulersHistory;
import dev.squaresync.direct.read.Patience;
import dev.squaresync.direct.read.Reading;
import dev.squaresync.direct.read.StreamFigures;
import dev.squaresync.direct.read.StreamPlan;
import dev.squaresync.direct.read.Stretch;
import dev.squaresync.direct.read.Tally;
import dev.squaresync.direct.report.Progress;
import dev.squaresync.direct.report.VerifyReport;
import dev.squaresync.direct.verify.SeenPages;
import dev.squaresync.direct.verify.Suspects;
import dev.squaresync.direct.verify.Verified;
import dev.squaresync.fetcher.square.Window;
import dev.squaresync.message.DataType;
import dev.squaresync.writer.mirror.Finding;
import dev.squaresync.writer.mirror.MirrorProof;
import dev.squaresync.writer.mirror.MirrorRepair;
import dev.squaresync.writer.mirror.ProofWindow;
import dev.squaresync.writer.mirror.VerificationBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks Square again, and compares with the mirror. */
final class Verify {

    private final Desk desk;
    private final Workshop workshop;
    private final TransactionTemplate transaction;
    private final VerificationBook book;
    private final int atOnce;

    Verify(Desk desk, Workshop workshop, TransactionTemplate transaction, int atOnce) {
        this.desk = desk;
        this.workshop = workshop;
        this.transaction = transaction;
        this.book = new VerificationBook(workshop.database(), transaction, workshop.mirroredTypes(), workshop.clock());
        this.atOnce = atOnce;
    }

    int run(SortedMap<DataType, ProofWindow> windows, boolean repair, boolean json) {
        if (!book.exists()) {
            throw new CommandFailed(
                    ExitCode.FAILED,
                    "The mirror's tables are missing, or older than this version: start the writer once, which makes them.");
        }
        UUID id = UUID.randomUUID();
        Map<DataType, MirrorProof> proofs = new LinkedHashMap<>();
        windows.forEach((dataType, window) ->
                proofs.put(dataType, new MirrorProof(workshop.database(), workshop.mirroredTypes(), window)));
        List<StreamPlan> plans = plans(windows);
        Tally tally = Tally.of(plans);
        Map<DataType, RuntimeException> failures = see(id, plans, proofs, tally);
        List<Verified> verified = new ArrayList<>();
        Map<DataType, StreamFigures> seen = tally.figures().stream()
                .filter(StreamFigures::isComplete)
                .collect(Collectors.toMap(StreamFigures::dataType, Function.identity()));
        proofs.forEach((dataType, proof) -> {
            StreamFigures stream = seen.get(dataType);
            if (stream != null) {
                verified.add(judge(id, proof, stream, repair));
            }
        });
        Optional<String> notRecorded = verified.isEmpty() ? Optional.of("nothing was compared") : record(id, repair);
        new VerifyReport(desk.screen()).show(id, verified, failures, notRecorded, json);
        return exitCode(verified, failures);
    }

    private List<StreamPlan> plans(SortedMap<DataType, ProofWindow> windows) {
        SortedMap<DataType, Window> toRead = new TreeMap<>();
        windows.forEach((dataType, window) -> toRead.put(dataType, new Window(window.from(), window.completeUpTo())));
        return new Planner(workshop.square().sightings(), new Patience(desk.patience(), desk.screen()::note))
                .plan(new Request("verify", toRead));
    }

    private Map<DataType, RuntimeException> see(
            UUID id, List<StreamPlan> plans, Map<DataType, MirrorProof> proofs, Tally tally) {
        List<Stretch> stretches =
                plans.stream().flatMap(plan -> plan.stretches().stream()).toList();
        try (Progress progress = Progress.start(desk.screen(), tally, desk.clock())) {
            return new Reading(
                            workshop.square().sightings(), new Patience(desk.patience(), tally::waiting), tally, atOnce)
                    .read(id, stretches, new SeenPages(proofs));
        }
    }

    private Verified judge(UUID id, MirrorProof proof, StreamFigures stream, boolean repair) {
        DataType dataType = stream.dataType();
        Suspects suspects = new Suspects(
                dataType, workshop.square().of(dataType), proof, new Patience(desk.patience(), desk.screen()::note));
        int lookedUp = suspects.lookUp();
        List<Finding> findings = suspects.findings();
        int seen = stream.counts().total();
        book.add(id, dataType, proof.window(), seen, lookedUp, findings);
        if (repair) {
            suspects.repair(
                    id,
                    findings,
                    new MirrorRepair(
                            workshop.database(),
                            transaction,
                            workshop.mirroredTypes(),
                            workshop.mirror(),
                            workshop.clock()));
            book.repaired(id, dataType);
        }
        return new Verified(dataType, proof.window(), seen, lookedUp, findings, repair);
    }

    /** So that the status knows of it, where there is a scheduler's schema. */
    private Optional<String> record(UUID id, boolean repair) {
        return new SchedulersHistory(workshop.database(), workshop.clock(), workshop.overlap())
                .recordVerification(
                        id,
                        System.getProperty("user.name", "direct"),
                        repair,
                        workshop.times().zoneOrUtc());
    }

    private static int exitCode(List<Verified> verified, Map<DataType, RuntimeException> failures) {
        if (!failures.isEmpty()) {
            return verified.isEmpty() ? ExitCode.FAILED : ExitCode.PARTIAL;
        }
        return verified.stream().allMatch(Verified::isComplete) ? ExitCode.DONE : ExitCode.PARTIAL;
    }
}
