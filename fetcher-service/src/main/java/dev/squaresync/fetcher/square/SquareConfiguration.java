package dev.squaresync.fetcher.square;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** All that reading Square needs: the beans of this package and of the data types' packages below it. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties({SquareSettings.class, CircuitSettings.class})
public class SquareConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Square square(SquareSettings settings, CircuitSettings circuit, MeterRegistry registry, Clock clock) {
        return new Square(settings, circuit, new CallMeters(registry), clock);
    }
}
