package dev.squaresync.notifier.mail;

import dev.squaresync.message.SyncEnded;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers which ends of runs have been told. */
@Repository
class SentMails {

    private static final String REMEMBER = """
            insert into mails (run_id, ended_at, state, subject, recipients, sent_at)
            values (:runId, :endedAt, :state, :subject, :recipients, :sentAt)
            on conflict (run_id, ended_at) do nothing
            """;

    private final JdbcClient database;

    SentMails(JdbcClient database) {
        this.database = database;
    }

    /**
     * Remembers a mail, and waits for a transaction that is just remembering the same one.
     *
     * @return false if it was known already
     */
    boolean remember(SyncEnded run, String subject, List<InternetAddress> recipients, Instant sentAt) {
        return database.sql(REMEMBER)
                        .param("runId", run.runId())
                        .param("endedAt", run.endedAt().atOffset(ZoneOffset.UTC))
                        .param("state", run.state().name())
                        .param("subject", subject)
                        .param(
                                "recipients",
                                recipients.stream()
                                        .map(InternetAddress::getAddress)
                                        .toArray(String[]::new))
                        .param("sentAt", sentAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
