package dev.squaresync.messaging;

import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Imported by each service that talks to the broker. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagingSettings.class)
@PropertySource("classpath:square-sync-messaging.properties")
public class MessagingConfiguration {

    @Bean
    WireMessageConverter wireMessageConverter() {
        // An own mapper: a service's settings for its web pages must not change what travels between services.
        return new WireMessageConverter(JsonMapper.builder().build());
    }

    @Bean
    RabbitTemplate rabbitTemplate(ConnectionFactory connections, WireMessageConverter converter) {
        RabbitTemplate template = new RabbitTemplate(connections);
        template.setMessageConverter(converter);
        template.setMandatory(true);
        // An alarm on the broker blocks connections that publish; consumers go on, on theirs.
        template.setUsePublisherConnection(true);
        // The publisher finds a returned message beside its confirm; without a callback the template warns of each.
        template.setReturnsCallback(returned -> {});
        return template;
    }

    @Bean
    ConfirmedPublisher confirmedPublisher(RabbitTemplate template, MessagingSettings settings) {
        return new ConfirmedPublisher(template, settings.confirmTimeout());
    }

    @Bean
    WorkQueues workQueues(
            ConnectionFactory connections,
            ConfirmedPublisher publisher,
            WireMessageConverter converter,
            MessagingSettings settings) {
        return new WorkQueues(connections, publisher, converter, settings);
    }
}
