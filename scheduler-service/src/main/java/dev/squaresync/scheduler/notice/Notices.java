package dev.squaresync.scheduler.notice;

import dev.squaresync.message.NoticeSent;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import dev.squaresync.scheduler.sql.SqlTime;
import dev.squaresync.scheduler.sql.StorableText;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people were told within the last 90 days. */
@Component
public class Notices {

    private static final String KEEP = new SqlFile(Notices.class, "keep.sql").text();

    private static final Duration KEPT = Duration.ofDays(90);

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SENTENCE = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void told(NoticeSent notice) {
        jdbc.sql(KEEP)
                .param("channel", StorableText.of(notice.channel(), LONGEST_NAME))
                .param("kind", StorableText.of(notice.kind(), LONGEST_NAME))
                .param("subject", StorableText.of(notice.subject(), LONGEST_SENTENCE))
                .param("runId", notice.runId())
                .param("state", notice.state().name())
                .param("detail", StorableText.ofNullable(notice.detail(), LONGEST_SENTENCE))
                .param("at", SqlTime.of(notice.at()))
                .update();
        jdbc.sql("delete from notices where at < :before")
                .param("before", SqlTime.of(clock.instant().minus(KEPT)))
                .update();
    }

    /** The newest first. */
    public List<Notice> latest(int limit) {
        return jdbc.sql("select * from notices order by at desc, id desc limit :limit")
                .param("limit", limit)
                .query(Row.as(row -> new Notice(
                        row.text("channel"),
                        row.text("kind"),
                        row.text("subject"),
                        row.nullableUuid("run_id"),
                        NoticeSent.State.valueOf(row.text("state")),
                        row.nullableText("detail"),
                        row.instant("at"))))
                .list();
    }
}
