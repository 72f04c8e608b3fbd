package dev.squaresync.scheduler.security;

import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts wrong passwords by name and by address, for all schedulers together. An address waits up to 15 minutes; a name only one,
 * because anybody could otherwise lock somebody else out from afar.
 */
@Component
class SignInTries {

    static final Duration LONGEST_WAIT_OF_ADDRESS = Duration.ofMinutes(15);
    static final Duration LONGEST_WAIT_OF_NAME = Duration.ofMinutes(1);

    private static final String KNOW = """
            insert into sign_in_tries (subject, failures, since, last_at)
            values (:subject, 0, :now, :now)
            on conflict (subject) do nothing
            """;
    private static final String LOCK = """
            select failures, since, last_at, refused_until
            from sign_in_tries
            where subject = :subject
            for update
            """;
    private static final String STORE = """
            update sign_in_tries
            set failures      = :failures,
                since         = :since,
                last_at       = :lastAt,
                refused_until = :refusedUntil
            where subject = :subject
            """;
    private static final String FORGET = "delete from sign_in_tries where subject = :subject";
    private static final String FORGET_OLD = "delete from sign_in_tries where last_at < :before";

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInTries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts a try as a failure before the password is looked at, so that tries side by side are counted, too.
     *
     * @throws TooManyTries if it is not to be looked at; then nothing is counted
     */
    @Transactional
    public void begin(String name, String address) {
        Instant now = clock.instant();
        byte[] addressSubject = ofAddress(address);
        byte[] nameSubject = ofName(name);
        // Always in this order, so that two tries never wait for each other.
        Tries fromAddress = locked(addressSubject, now);
        Tries forName = locked(nameSubject, now);
        Duration wait = longer(fromAddress.refusedFor(now), forName.refusedFor(now));
        if (!wait.isZero()) {
            throw new TooManyTries(wait);
        }
        store(addressSubject, fromAddress.andOneMore(now, LONGEST_WAIT_OF_ADDRESS));
        store(nameSubject, forName.andOneMore(now, LONGEST_WAIT_OF_NAME));
    }

    /** The try was right after all. An address keeps its other failures: they were for other names. */
    @Transactional
    public void succeeded(String name, String address) {
        byte[] addressSubject = ofAddress(address);
        store(addressSubject, locked(addressSubject, clock.instant()).andOneLess());
        jdbc.sql(FORGET).param("subject", ofName(name)).update();
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void forgetOld() {
        jdbc.sql(FORGET_OLD)
                .param("before", SqlTime.of(clock.instant().minus(Tries.FORGOTTEN_AFTER)))
                .update();
    }

    private Tries locked(byte[] subject, Instant now) {
        jdbc.sql(KNOW).param("subject", subject).param("now", SqlTime.of(now)).update();
        return jdbc.sql(LOCK)
                .param("subject", subject)
                .query(Row.as(row -> new Tries(
                        row.number("failures"),
                        row.instant("since"),
                        row.instant("last_at"),
                        row.nullableInstant("refused_until"))))
                .single();
    }

    private void store(byte[] subject, Tries tries) {
        jdbc.sql(STORE)
                .param("subject", subject)
                .param("failures", tries.failures())
                .param("since", SqlTime.of(tries.since()))
                .param("lastAt", SqlTime.of(tries.lastAt()))
                .param("refusedUntil", SqlTime.of(tries.refusedUntil()))
                .update();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static byte[] ofName(String name) {
        return digest("name " + name.strip().toLowerCase(Locale.ROOT));
    }

    private static byte[] ofAddress(String address) {
        return digest("address " + Network.of(address));
    }

    private static byte[] digest(String subject) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
