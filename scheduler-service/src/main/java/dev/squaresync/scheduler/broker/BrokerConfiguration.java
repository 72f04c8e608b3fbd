package dev.squaresync.scheduler.broker;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {

    @Bean
    ManagementApi managementApi(
            BrokerSettings settings, @Value("${spring.rabbitmq.virtual-host:/}") String virtualHost) {
        return new ManagementApi(settings, virtualHost);
    }
}
