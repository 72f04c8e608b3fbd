package dev.squaresync.scheduler.security;

import dev.squaresync.scheduler.audit.Audit;
import dev.squaresync.scheduler.sql.SqlTime;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers who came and went, and who was refused, as far as somebody who tries for days does not fill the table with it. */
@Component
class SignInAudit {

    static final int MOST_FAILURES_AN_HOUR = 200;

    private static final String FAILURES = """
            select count(*)
            from (select 1 from audit where action = 'sign-in.failed' and at > :since limit :most) as failures
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;

    SignInAudit(JdbcClient jdbc, Clock clock, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    public void signedIn(String name, String address) {
        audit.record(name, "sign-in", name, "Signed in from " + address + ".");
    }

    @Transactional
    public void signedOut(String name) {
        audit.record(name, "sign-out", name, "Signed out.");
    }

    /** @param who a name that exists, or else something that is said for it: what was typed may be a password */
    @Transactional
    public void failed(String who, String address) {
        int failures = jdbc.sql(FAILURES)
                .param("since", SqlTime.of(clock.instant().minus(Duration.ofHours(1))))
                .param("most", MOST_FAILURES_AN_HOUR)
                .query(Integer.class)
                .single();
        if (failures < MOST_FAILURES_AN_HOUR) {
            audit.record(who, "sign-in.failed", who, "A wrong password from " + address + ".");
        }
    }
}
