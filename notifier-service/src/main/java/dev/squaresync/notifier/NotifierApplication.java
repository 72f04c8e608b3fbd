package dev.squaresync.notifier;

import dev.squaresync.dependency.DatabaseDependency;
import dev.squaresync.dependency.Dependency;
import dev.squaresync.messaging.MessagingConfiguration;
import dev.squaresync.notifier.mail.MailSettings;
import dev.squaresync.notifier.report.SchedulerSettings;
import dev.squaresync.notifier.report.ShopSettings;
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
public class NotifierApplication {

    /** The first bean of all: a setting that is missing is told before anything is connected to. */
    NotifierApplication(MailSettings mail, ShopSettings shop, SchedulerSettings scheduler) {}

    public static void main(String[] args) {
        SpringApplication.run(NotifierApplication.class, args);
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
