package dev.squaresync.direct.command;

import dev.squaresync.direct.journal.Journal;
import dev.squaresync.direct.journal.JournalledMirror;
import dev.squaresync.direct.journal.SchedulersHistory;
import dev.squaresync.direct.read.Patience;
import dev.squaresync.direct.read.Reading;
import dev.squaresync.direct.read.StreamPlan;
import dev.squaresync.direct.read.Stretch;
import dev.squaresync.direct.read.Tally;
import dev.squaresync.direct.report.Outcome;
import dev.squaresync.direct.report.Progress;
import dev.squaresync.direct.report.Report;
import dev.squaresync.message.DataType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads Square into the mirror. */
final class LiveRun {

    private final Desk desk;
    private final Workshop workshop;
    private final ReadOptions options;
    private final Journal journal;

    LiveRun(Desk desk, Workshop workshop, ReadOptions options) {
        this.desk = desk;
        this.workshop = workshop;
        this.options = options;
        this.journal = new Journal(
                workshop.database(),
                new TransactionTemplate(new JdbcTransactionManager(workshop.source())),
                workshop.clock());
    }

    /** @param anew also if the same was broken off earlier */
    int run(Request request, boolean anew) {
        requireTables();
        Optional<UUID> unfinished = anew ? Optional.empty() : journal.unfinished(request.asked());
        if (unfinished.isPresent()) {
            desk.screen()
                    .note("Going on with run " + unfinished.get()
                            + ", which was broken off. (--anew starts a new one.)");
            return read(unfinished.get());
        }
        List<StreamPlan> plans =
                new Planner(workshop.square(), new Patience(desk.patience(), desk.screen()::note)).plan(request);
        UUID runId = UUID.randomUUID();
        journal.begin(
                runId,
                request.asked(),
                System.getProperty("user.name", "direct"),
                workshop.clock().instant().truncatedTo(ChronoUnit.MICROS),
                plans);
        desk.screen().note("Run " + runId + ". If it is broken off, the same command goes on with it.");
        return read(runId);
    }

    int resume(UUID runId) {
        requireTables();
        if (!journal.isUnfinished(runId)) {
            throw new CommandFailed(
                    ExitCode.REFUSED,
                    "There is no direct run " + runId + " that was broken off: nothing to go on with.");
        }
        return read(runId);
    }

    private int read(UUID runId) {
        try (Connection alone = workshop.connect()) {
            if (!lock(alone, runId)) {
                throw new CommandFailed(
                        ExitCode.REFUSED, "Run " + runId + " is at work in another process: wait for its end.");
            }
            return readAlone(runId);
        } catch (SQLException e) {
            throw new CommandFailed(ExitCode.UNREACHABLE, "PostgreSQL cannot be used: " + e.getMessage());
        }
    }

    private int readAlone(UUID runId) {
        List<Stretch> left = journal.left(runId);
        Tally tally = new Tally(journal.figures(runId));
        Map<DataType, RuntimeException> failures;
        try (Progress progress = Progress.start(desk.screen(), tally, desk.clock())) {
            Patience patience = new Patience(desk.patience(), tally::waiting);
            failures = new Reading(workshop.square(), patience, tally, options.atOnce)
                    .read(runId, left, new JournalledMirror(runId, journal, workshop.mirror()));
        }
        Outcome outcome = failures.isEmpty() ? ended(runId) : Outcome.brokenOff(runId, tally.figures(), failures);
        new Report(desk.screen()).show(outcome, options.json);
        return Ending.exitCode(outcome);
    }

    private Outcome ended(UUID runId) {
        journal.end(runId);
        Optional<String> notRecorded =
                new SchedulersHistory(workshop.database(), workshop.clock(), workshop.overlap()).record(runId);
        return Outcome.ended(runId, journal.figures(runId), notRecorded);
    }

    private void requireTables() {
        if (!journal.exists()) {
            throw new CommandFailed(
                    ExitCode.FAILED,
                    "The mirror's tables are missing, or older than this version: start the writer once, which makes them.");
        }
    }

    /** Held as long as the connection. */
    private static boolean lock(Connection connection, UUID runId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
            statement.setString(1, "direct run " + runId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
