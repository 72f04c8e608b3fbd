package dev.squaresync.scheduler.access;

import dev.squaresync.scheduler.audit.Audit;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlTime;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who may sign in beside the admin. Whoever is removed or gets another password is signed out everywhere. */
@Component
public class People {

    private static final String ALL = "select * from people order by lower(name)";
    private static final String FIND = "select name, role, password_hash from people where lower(name) = lower(:name)";
    private static final String ADD = """
            insert into people (name, role, password_hash, created_at, created_by, password_changed_at)
            values (:name, :role, :hash, :now, :by, :now)
            """;
    private static final String REMOVE = "delete from people where lower(name) = lower(:name) returning name";
    private static final String CHANGE_PASSWORD = """
            update people
            set password_hash       = :hash,
                password_changed_at = :now
            where lower(name) = lower(:name)
            returning name
            """;
    private static final String END_SESSIONS = "delete from sessions where principal_name = :name";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;
    private final PasswordEncoder passwords;
    private final AdminName admin;

    People(JdbcClient jdbc, Clock clock, Audit audit, PasswordEncoder passwords, AdminName admin) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.passwords = passwords;
        this.admin = admin;
    }

    public List<Person> all() {
        return jdbc.sql(ALL).query(Row.as(Person::of)).list();
    }

    /** Empty: nobody has that name. */
    public Optional<StoredPassword> password(String name) {
        return jdbc.sql(FIND)
                .param("name", name)
                .query(Row.as(row -> new StoredPassword(
                        row.text("name"), Role.of(row.text("role")).orElseThrow(), row.text("password_hash"))))
                .optional();
    }

    /**
     * Lets somebody sign in from now on.
     *
     * @param by who says so
     * @throws InvalidAccess if one of the first three makes no sense
     * @throws NameTaken if somebody has that name in any case
     */
    @Transactional
    public Person add(@Nullable String name, @Nullable String role, @Nullable String password, String by) {
        String newName = Entries.name(name);
        Role newRole = Entries.role(role);
        String hash = passwords.encode(Entries.password(password));
        if (newName.equalsIgnoreCase(admin.value())) {
            throw taken(newName);
        }
        try {
            jdbc.sql(ADD)
                    .param("name", newName)
                    .param("role", newRole.word())
                    .param("hash", hash)
                    .param("now", SqlTime.of(clock.instant()))
                    .param("by", by)
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken(newName);
        }
        audit.record(by, "person.add", newName, "May sign in as " + newRole.word() + ".");
        return new Person(newName, newRole, clock.instant(), by, clock.instant());
    }

    /** Whether there was anybody to remove. */
    @Transactional
    public boolean remove(String name, String by) {
        Optional<String> removed =
                jdbc.sql(REMOVE).param("name", name).query(String.class).optional();
        removed.ifPresent(person -> {
            endSessions(person);
            audit.record(by, "person.remove", person, "May not sign in any more.");
        });
        return removed.isPresent();
    }

    /**
     * Whether there is anybody whose password it could be.
     *
     * @throws InvalidAccess if it is too short or too long
     */
    @Transactional
    public boolean changePassword(String name, @Nullable String password, String by) {
        String hash = passwords.encode(Entries.password(password));
        Optional<String> changed = jdbc.sql(CHANGE_PASSWORD)
                .param("name", name)
                .param("hash", hash)
                .param("now", SqlTime.of(clock.instant()))
                .query(String.class)
                .optional();
        changed.ifPresent(person -> {
            endSessions(person);
            audit.record(by, "person.password", person, "Has another password.");
        });
        return changed.isPresent();
    }

    private void endSessions(String person) {
        jdbc.sql(END_SESSIONS).param("name", person).update();
    }

    private static NameTaken taken(String name) {
        return new NameTaken("There is a person named " + name + " already.");
    }
}
