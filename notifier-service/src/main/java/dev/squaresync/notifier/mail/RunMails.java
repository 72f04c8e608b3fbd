package dev.squaresync.notifier.mail;

import dev.squaresync.message.RunState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.notifier.report.RunReport;
import dev.squaresync.notifier.report.RunReports;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the end of a run by mail, once. */
@Service
public class RunMails {

    private static final Logger LOG = LoggerFactory.getLogger(RunMails.class);

    private final MailSettings settings;
    private final RunReports reports;
    private final SentMails sent;
    private final Smtp smtp;
    private final Clock clock;

    RunMails(MailSettings settings, RunReports reports, SentMails sent, Smtp smtp, Clock clock) {
        this.settings = settings;
        this.reports = reports;
        this.sent = sent;
        this.smtp = smtp;
        this.clock = clock;
    }

    /**
     * Does nothing if this ending has been told before, or a better one to which it has healed since. The mail is remembered in
     * a transaction that commits after the mail server has taken it: a crash in between sends it a second time, and never not at
     * all.
     *
     * @return the subject of the mail; empty: there was none to send
     * @throws MailNotSent if the mail server does not take it
     */
    @Transactional
    public Optional<String> tell(SyncEnded run) {
        Set<RunState> told = sent.told(run.runId());
        if (told.stream().anyMatch(state -> state == run.state() || isHealed(run.state(), state))) {
            LOG.info("Run {}: {} has been told before, or what it has become since.", run.runId(), run.state());
            return Optional.empty();
        }
        boolean recovered = told.stream().anyMatch(state -> isHealed(state, run.state()));
        if (settings.on() == MailSettings.On.PROBLEMS && run.state() == RunState.COMPLETED && !recovered) {
            return Optional.empty();
        }
        RunReport report = recovered ? reports.ofRecovered(run) : reports.of(run);
        sent.remember(run, report.subject(), settings.to(), clock.instant());
        smtp.send(run, report);
        LOG.info("Run {} told by mail: {}", run.runId(), report.subject());
        return Optional.of(report.subject());
    }

    /** A replay takes a run from FAILED to PARTIAL, and from both to COMPLETED. */
    private static boolean isHealed(RunState before, RunState after) {
        return switch (before) {
            case FAILED -> after == RunState.PARTIAL || after == RunState.COMPLETED;
            case PARTIAL -> after == RunState.COMPLETED;
            case REQUESTED, RUNNING, COMPLETED, CANCELLED -> false;
        };
    }
}
