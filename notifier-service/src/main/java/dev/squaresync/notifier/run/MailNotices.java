package dev.squaresync.notifier.run;

import dev.squaresync.message.NoticeSent;
import dev.squaresync.messaging.News;
import dev.squaresync.messaging.Topology;
import dev.squaresync.notifier.mail.MailNotSent;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets the scheduler show which mails were sent, and which were not. */
@Component
class MailNotices {

    private static final String CHANNEL = "mail";
    private static final String RUN_ENDED = "run-ended";

    private final News news;
    private final Clock clock;

    MailNotices(News news, Clock clock) {
        this.news = news;
        this.clock = clock;
    }

    void sent(UUID runId, String subject) {
        tell(runId, subject, NoticeSent.State.SENT, null);
    }

    void failed(UUID runId, MailNotSent failure) {
        tell(runId, failure.subject(), NoticeSent.State.FAILED, failure.getMessage());
    }

    private void tell(UUID runId, String subject, NoticeSent.State state, @Nullable String detail) {
        news.tell(
                Topology.NOTICE_SENT_KEY,
                new NoticeSent(CHANNEL, RUN_ENDED, subject, runId, state, detail, clock.instant()));
    }
}
