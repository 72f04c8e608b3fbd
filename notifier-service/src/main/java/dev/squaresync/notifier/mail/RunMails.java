package dev.squaresync.notifier.mail;

import dev.squaresync.message.RunState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.notifier.report.RunReport;
import dev.squaresync.notifier.report.RunReports;
import java.time.Clock;
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
     * Does nothing if this end has been told before. The mail is remembered in a transaction that commits after the mail server
     * has taken it: a crash in between sends it a second time, and never not at all.
     *
     * @throws MailNotSent if the mail server does not take it
     */
    @Transactional
    public void tell(SyncEnded run) {
        if (settings.on() == MailSettings.On.PROBLEMS && run.state() == RunState.COMPLETED) {
            return;
        }
        RunReport report = reports.of(run);
        if (!sent.remember(run, report.subject(), settings.to(), clock.instant())) {
            LOG.info("Run {} has been told before.", run.runId());
            return;
        }
        smtp.send(run, report);
        LOG.info("Run {} told by mail: {}", run.runId(), report.subject());
    }
}
