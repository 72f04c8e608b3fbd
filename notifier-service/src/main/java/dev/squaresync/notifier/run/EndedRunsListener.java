package dev.squaresync.notifier.run;

import dev.squaresync.message.SyncEnded;
import dev.squaresync.notifier.mail.MailNotSent;
import dev.squaresync.notifier.mail.RunMails;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

@Component
class EndedRunsListener {

    private final RunMails mails;
    private final MailNotices notices;

    EndedRunsListener(RunMails mails, MailNotices notices) {
        this.mails = mails;
        this.notices = notices;
    }

    @RabbitListener(
            queues = "#{T(dev.squaresync.messaging.Topology).ENDED_RUNS.name()}",
            containerFactory = "endedRuns")
    void runEnded(SyncEnded run) {
        try {
            mails.tell(run).ifPresent(subject -> notices.sent(run.runId(), subject));
        } catch (MailNotSent e) {
            notices.failed(run.runId(), e);
            throw new RunNotTold(e);
        }
    }
}
