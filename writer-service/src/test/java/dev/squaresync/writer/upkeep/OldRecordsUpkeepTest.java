package dev.squaresync.writer.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.testsupport.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("The upkeep of old records")
class OldRecordsUpkeepTest {

    private JdbcClient database;
    private OldRecordsUpkeep upkeep;

    @BeforeEach
    void migrate() {
        TestDatabase.Credentials writer = TestDatabase.fresh().as(DatabaseRole.WRITER);
        DriverManagerDataSource source =
                new DriverManagerDataSource(writer.url(), writer.username(), writer.password());
        Flyway.configure().dataSource(source).load().migrate();
        database = JdbcClient.create(source);
        upkeep = new OldRecordsUpkeep(
                database,
                new Turns(database, new TransactionTemplate(new DataSourceTransactionManager(source))),
                new UpkeepSettings(Duration.ofDays(35), Duration.ofDays(90)),
                Clock.systemUTC());
    }

    @Test
    void deletes_what_was_over_before_with_all_that_belongs_to_it_and_nothing_else() {
        for (int days : new int[] {100, 91, 89, 0}) {
            direct(days, "now() - make_interval(days => :days)");
            direct(days, "null");
            verification(days);
            brokenOffVerification(days);
            sweep(days);
        }

        upkeep.keepUp();

        assertThat(count("direct_runs")).isEqualTo(4);
        assertThat(count("direct_pages")).isEqualTo(4);
        assertThat(count("verifications")).isEqualTo(2);
        assertThat(count("findings")).isEqualTo(2);
        assertThat(count("sweep_receipts")).isEqualTo(2);
        assertThat(count("verification_pages"))
                .as("of verifications that were broken off")
                .isEqualTo(2);
        assertThat(count("verification_comparisons")).isEqualTo(2);
        assertThat(count("verification_suspects")).isEqualTo(2);
        upkeep.keepUp();
        assertThat(count("direct_runs")).isEqualTo(4);
    }

    @Test
    void a_run_that_began_long_ago_and_has_ended_lately_is_kept() {
        direct(100, "now()");

        upkeep.keepUp();

        assertThat(count("direct_runs")).isEqualTo(1);
    }

    private void direct(int days, String endedAt) {
        UUID run = UUID.randomUUID();
        database.sql("insert into direct_runs (id, request, requested_by, started_at, ended_at)"
                        + " select :run, 'orders', 'somebody', now() - make_interval(days => :days), " + endedAt)
                .param("run", run)
                .param("days", days)
                .update();
        database.sql("insert into direct_streams (run_id, data_type, window_to) values (:run, 'orders', now())")
                .param("run", run)
                .update();
        database.sql("insert into direct_partitions (run_id, data_type, partition_id, label, slice)"
                        + " values (:run, 'orders', 'p', 'p', '{}')")
                .param("run", run)
                .update();
        database.sql("insert into direct_pages (fetch_id, run_id, data_type, partition_id, scan, number, cursor)"
                        + " values (gen_random_uuid(), :run, 'orders', 'p', 1, 1, '')")
                .param("run", run)
                .update();
    }

    private void verification(int days) {
        UUID id = UUID.randomUUID();
        database.sql("insert into verifications (id, data_type, complete_up_to, started_at, ended_at, seen, looked_up,"
                        + " found, repaired) select :id, 'orders', at, at, at, 1, 1, 1, 0"
                        + " from (select now() - make_interval(days => :days) as at)")
                .param("id", id)
                .param("days", days)
                .update();
        database.sql("insert into findings (verification_id, data_type, object_id, kind, repaired)"
                        + " values (:id, 'orders', 'O1', 'MISSING', false)")
                .param("id", id)
                .update();
    }

    private void brokenOffVerification(int days) {
        UUID run = UUID.randomUUID();
        database.sql(
                        "insert into verification_pages (fetch_id, run_id, data_type, purpose, fetched_at, kept_at, objects,"
                                + " body) select gen_random_uuid(), :run, 'orders', 'SIGHT', at, at, 0, '{}'"
                                + " from (select now() - make_interval(days => :days) as at)")
                .param("run", run)
                .param("days", days)
                .update();
        database.sql("insert into verification_comparisons (run_id, data_type, seen, suspects, compared_at)"
                        + " values (:run, 'orders', 1, 1, now() - make_interval(days => :days))")
                .param("run", run)
                .param("days", days)
                .update();
        database.sql("insert into verification_suspects (run_id, data_type, object_id, altered, seen)"
                        + " values (:run, 'orders', 'O1', false, true)")
                .param("run", run)
                .update();
    }

    private void sweep(int days) {
        database.sql("insert into sweep_receipts (run_id, data_type, deleted, missing, held, swept_at)"
                        + " values (gen_random_uuid(), 'catalog', 0, 0, 1, now() - make_interval(days => :days))")
                .param("days", days)
                .update();
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
