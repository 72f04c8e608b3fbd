package dev.squaresync.writer;

import dev.squaresync.dependency.DatabaseDependency;
import dev.squaresync.dependency.Dependency;
import dev.squaresync.messaging.MessagingConfiguration;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@SpringBootApplication
@ConfigurationPropertiesScan
@Import(MessagingConfiguration.class)
public class WriterApplication {

    public static void main(String[] args) {
        SpringApplication.run(WriterApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Dependency postgresql(DataSource database) {
        return new DatabaseDependency(database);
    }
}
