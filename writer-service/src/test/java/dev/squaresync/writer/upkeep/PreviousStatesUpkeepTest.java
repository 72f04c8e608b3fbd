package dev.squaresync.writer.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.testsupport.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("The upkeep of previous states")
class PreviousStatesUpkeepTest {

    private JdbcClient database;
    private PreviousStatesUpkeep upkeep;

    @BeforeEach
    void migrate() {
        TestDatabase.Credentials writer = TestDatabase.fresh().as(DatabaseRole.WRITER);
        DriverManagerDataSource source =
                new DriverManagerDataSource(writer.url(), writer.username(), writer.password());
        Flyway.configure().dataSource(source).load().migrate();
        database = JdbcClient.create(source);
        upkeep = new PreviousStatesUpkeep(
                database,
                new Turns(database, new TransactionTemplate(new DataSourceTransactionManager(source))),
                new UpkeepSettings(Duration.ofDays(35), Duration.ofDays(90)));
    }

    @Test
    void makes_the_days_to_come_so_that_nothing_falls_between_them() {
        assertThat(days()).hasSize(4);

        changedDaysAgo(0);

        assertThat(count("previous_states_of_other_days")).isZero();
        assertThat(count("previous_states")).isEqualTo(1);
    }

    @Test
    void sorts_into_days_what_came_while_there_were_none_and_loses_nothing() {
        changedDaysAgo(3);
        changedDaysAgo(3);
        changedDaysAgo(2);
        assertThat(count("previous_states_of_other_days")).isEqualTo(3);

        upkeep.keepUp();

        assertThat(days()).hasSize(6);
        assertThat(count("previous_states_of_other_days")).isZero();
        assertThat(count("previous_states")).isEqualTo(3);
    }

    @Test
    void drops_the_days_that_are_too_old_and_says_from_when_on_all_is_kept() {
        database.sql("update previous_states_kept set since = now() - interval '90 days'")
                .update();
        changedDaysAgo(60);
        changedDaysAgo(37);
        changedDaysAgo(34);

        upkeep.keepUp();

        assertThat(count("previous_states")).isEqualTo(1);
        assertThat(database.sql("select since from previous_states_kept where since > now() - interval '37 days'"
                                + " and since <= (select min(changed_at) from previous_states)")
                        .query()
                        .listOfRows())
                .hasSize(1);
        upkeep.keepUp();
        assertThat(count("previous_states")).isEqualTo(1);
    }

    private void changedDaysAgo(int days) {
        database.sql("insert into previous_states (table_name, key, changed_at, is_removal)"
                        + " values ('orders', '{O1}', now() - make_interval(days => :days), false)")
                .param("days", days)
                .update();
    }

    private List<String> days() {
        return database.sql(
                        "select relname from pg_class where relkind = 'r' and relname ~ '^previous_states_of_[0-9]'")
                .query(String.class)
                .list();
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
