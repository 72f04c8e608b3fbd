package dev.squaresync.notifier.mail;

import dev.squaresync.message.RunState;
import dev.squaresync.message.SyncEnded;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers which ends of runs have been told. */
@Repository
class SentMails {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(:runId, 0))";
    private static final String TOLD = "select state from mails where run_id = :runId";
    private static final String REMEMBER = """
            insert into mails (run_id, ended_at, state, subject, recipients, sent_at)
            values (:runId, :endedAt, :state, :subject, :recipients, :sentAt)
            """;

    private final JdbcClient database;

    SentMails(JdbcClient database) {
        this.database = database;
    }

    /** The endings of a run that have been told; waits for who is just telling one of the same run. */
    Set<RunState> told(UUID runId) {
        database.sql(LOCK).param("runId", runId.toString()).query().singleRow();
        return database.sql(TOLD)
                .param("runId", runId)
                .query((row, number) -> RunState.valueOf(row.getString("state")))
                .set();
    }

    void remember(SyncEnded run, String subject, List<InternetAddress> recipients, Instant sentAt) {
        database.sql(REMEMBER)
                .param("runId", run.runId())
                .param("endedAt", run.endedAt().atOffset(ZoneOffset.UTC))
                .param("state", run.state().name())
                .param("subject", subject)
                .param(
                        "recipients",
                        recipients.stream().map(InternetAddress::getAddress).toArray(String[]::new))
                .param("sentAt", sentAt.atOffset(ZoneOffset.UTC))
                .update();
    }
}
