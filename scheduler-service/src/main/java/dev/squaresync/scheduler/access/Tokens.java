package dev.squaresync.scheduler.access;

import dev.squaresync.scheduler.audit.Audit;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tokens that programs come in with, beside the one of the settings. */
@Component
public class Tokens {

    private static final String ALL =
            "select * from api_tokens order by revoked_at is not null, lower(name), created_at";
    private static final String CREATE = """
            insert into api_tokens (id, name, role, token_hash, created_at, created_by)
            values (:id, :name, :role, :hash, :now, :by)
            """;
    private static final String REVOKE = """
            update api_tokens
            set revoked_at = :now,
                revoked_by = :by
            where id = :id
              and revoked_at is null
            returning name
            """;
    private static final String IN_FORCE = "select * from api_tokens where token_hash = :hash and revoked_at is null";
    private static final String USED = """
            update api_tokens
            set last_used_at = :now
            where id = :id
              and (last_used_at is null or last_used_at <= :before)
            """;

    /** A request is not made slower by a write each time. */
    private static final Duration USE_NOTED_EACH = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;

    Tokens(JdbcClient jdbc, Clock clock, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** Those in force first. */
    public List<Token> all() {
        return jdbc.sql(ALL).query(Row.as(Token::of)).list();
    }

    /**
     * Makes a token.
     *
     * @param by who says so
     * @throws InvalidAccess if one of the first two makes no sense
     * @throws NameTaken if a token in force has that name in any case
     */
    @Transactional
    public IssuedToken create(@Nullable String name, @Nullable String role, String by) {
        Instant now = clock.instant();
        String secret = TokenSecret.make();
        Token token = new Token(UUID.randomUUID(), Entries.name(name), Entries.role(role), now, by, null, null, null);
        try {
            jdbc.sql(CREATE)
                    .param("id", token.id())
                    .param("name", token.name())
                    .param("role", token.role().word())
                    .param("hash", TokenSecret.hash(secret))
                    .param("now", SqlTime.of(now))
                    .param("by", by)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new NameTaken("There is a token named " + token.name() + " already; revoke it first.");
        }
        audit.record(
                by,
                "token.create",
                token.name(),
                "Its program comes in as " + token.role().word() + ".");
        return new IssuedToken(token, secret);
    }

    /** Whether there was a token in force to revoke. */
    @Transactional
    public boolean revoke(UUID id, String by) {
        Optional<String> revoked = jdbc.sql(REVOKE)
                .param("id", id)
                .param("now", SqlTime.of(clock.instant()))
                .param("by", by)
                .query(String.class)
                .optional();
        revoked.ifPresent(name -> audit.record(by, "token.revoke", name, "Its program does not come in any more."));
        return revoked.isPresent();
    }

    /**
     * Whose secret this is; notes that it is used.
     *
     * @return empty: it is no token in force
     */
    public Optional<Token> bearing(String secret) {
        if (!TokenSecret.canBe(secret)) {
            return Optional.empty();
        }
        Optional<Token> token = jdbc.sql(IN_FORCE)
                .param("hash", TokenSecret.hash(secret))
                .query(Row.as(Token::of))
                .optional();
        token.ifPresent(this::noteUse);
        return token;
    }

    private void noteUse(Token token) {
        Instant now = clock.instant();
        Instant before = now.minus(USE_NOTED_EACH);
        if (token.lastUsedAt() == null || !token.lastUsedAt().isAfter(before)) {
            jdbc.sql(USED)
                    .param("id", token.id())
                    .param("now", SqlTime.of(now))
                    .param("before", SqlTime.of(before))
                    .update();
        }
    }
}
