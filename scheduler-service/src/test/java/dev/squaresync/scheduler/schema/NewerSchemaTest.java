package dev.squaresync.scheduler.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squaresync.scheduler.fixture.AnotherScheduler;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.fixture.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class NewerSchemaTest {

    @Test
    void a_schema_newer_than_the_scheduler_ends_the_start_with_a_sentence(CapturedOutput output) {
        Surroundings surroundings = Surroundings.fresh();
        SettableClock clock = new SettableClock();
        try (ConfigurableApplicationContext first = AnotherScheduler.start(surroundings.properties(), clock)) {
            first.getBean(JdbcClient.class)
                    .sql("insert into flyway_schema_history select 99, '99', 'newer', type, 'V99__newer.sql', checksum,"
                            + " installed_by, installed_on, execution_time, success from flyway_schema_history"
                            + " where version = '1'")
                    .update();
        }

        assertThatThrownBy(() ->
                        AnotherScheduler.start(surroundings.properties(), clock).close())
                .hasStackTraceContaining("99");

        assertThat(output.getOut())
                .contains("The tables in the database are not those of this version of the scheduler")
                .contains("Start the version of the scheduler that made them, or a newer one.")
                .doesNotContain("\tat org.flywaydb");
    }
}
