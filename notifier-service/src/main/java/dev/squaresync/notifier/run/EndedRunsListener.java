package dev.squaresync.notifier.run;

import dev.squaresync.message.SyncEnded;
import dev.squaresync.notifier.mail.MailNotSent;
import dev.squaresync.notifier.mail.RunMails;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

@Component
class EndedRunsListener {

    private final RunMails mails;

    EndedRunsListener(RunMails mails) {
        this.mails = mails;
    }

    @RabbitListener(
            queues = "#{T(dev.squaresync.messaging.Topology).ENDED_RUNS.name()}",
            containerFactory = "endedRuns")
    void runEnded(SyncEnded run) {
        try {
            mails.tell(run);
        } catch (MailNotSent e) {
            throw new RunNotTold(e);
        }
    }
}
