package dev.squaresync.writer.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.testsupport.TestDatabase;
import dev.squaresync.writer.WriterApplication;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayName("The writer refuses to start, with a sentence,")
@ExtendWith(OutputCaptureExtension.class)
class StartUpTest {

    @Test
    void when_its_database_cannot_be_reached(CapturedOutput output) {
        refusesToStart("jdbc:postgresql://127.0.0.1:1/square_sync");

        assertThat(output)
                .contains("The writer cannot use its database", "127.0.0.1:1 refused", "Start PostgreSQL")
                .doesNotContain("\tat ");
    }

    @Test
    void when_the_tables_are_newer_than_it_is(CapturedOutput output) {
        TestDatabase.Credentials writer = TestDatabase.fresh().as(DatabaseRole.WRITER);
        Flyway.configure()
                .dataSource(writer.url(), writer.username(), writer.password())
                .load()
                .migrate();
        JdbcClient.create(new DriverManagerDataSource(writer.url(), writer.username(), writer.password()))
                .sql(
                        "insert into flyway_schema_history select 999, '999', 'from the future', type, 'V999__x.sql', checksum,"
                                + " installed_by, installed_on, 1, true from flyway_schema_history where version = '1'")
                .update();

        refusesToStart(writer.url());

        assertThat(output)
                .contains("are not those of this version of the writer", "999")
                .doesNotContain("\tat ");
    }

    private static void refusesToStart(String databaseUrl) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(WriterApplication.class)
                        .run(
                                "--server.port=0",
                                "--spring.datasource.url=" + databaseUrl,
                                "--spring.datasource.username=writer",
                                "--spring.datasource.password=" + TestDatabase.PASSWORD,
                                "--spring.datasource.hikari.connection-timeout=1000"))
                .isNotNull();
    }
}
