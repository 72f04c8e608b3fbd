package dev.squaresync.messaging;

import dev.squaresync.dependency.Dependencies;
import dev.squaresync.dependency.Dependency;
import dev.squaresync.dependency.DependencyHealth;
import dev.squaresync.dependency.DependencyMeters;
import dev.squaresync.dependency.DependencySettings;
import dev.squaresync.dependency.OutageListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.util.List;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Imported by each service that talks to the broker. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MessagingSettings.class, DependencySettings.class})
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
    BrokerAlarm brokerAlarm(ConnectionFactory connections) {
        BrokerAlarm alarm = new BrokerAlarm();
        connections.addConnectionListener(alarm);
        return alarm;
    }

    @Bean
    MessageTrace messageTrace(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new MessageTrace(
                tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP));
    }

    @Bean
    ConfirmedPublisher confirmedPublisher(
            RabbitTemplate template, BrokerAlarm alarm, MessageTrace trace, MessagingSettings settings) {
        return new ConfirmedPublisher(template, alarm, trace, settings.confirmTimeout());
    }

    @Bean
    PausedConsumers pausedConsumers() {
        return new PausedConsumers();
    }

    @Bean
    ServiceInstance serviceInstance(
            @Value("${spring.application.name}") String application,
            @Value("${spring.application.version:unreleased}") String version,
            Clock clock) {
        return ServiceInstance.ofThisProcess(application, version, clock.instant());
    }

    @Bean
    OutageReports outageReports(ServiceInstance instance, ConfirmedPublisher publisher, Clock clock) {
        return new OutageReports(instance, publisher, clock);
    }

    @Bean
    News news(RabbitTemplate template, BrokerAlarm alarm, ServiceInstance instance) {
        return new News(template, alarm, instance);
    }

    @Bean
    Heartbeat heartbeat(ServiceInstance instance, News news, MessagingSettings settings, Clock clock) {
        return new Heartbeat(instance, news, settings.heartbeat(), clock);
    }

    @Bean
    Dependencies dependencies(
            List<Dependency> known, List<OutageListener> listeners, DependencySettings settings, Clock clock) {
        return new Dependencies(known, listeners, settings, clock);
    }

    @Bean
    DependencyHealth dependencyHealth(Dependencies dependencies) {
        return new DependencyHealth(dependencies);
    }

    @Bean
    DependencyMeters dependencyMeters(Dependencies dependencies, Clock clock) {
        return new DependencyMeters(dependencies, clock);
    }

    @Bean
    RetryReports retryReports(News news, WireMessageConverter converter, MeterRegistry registry, Clock clock) {
        return new RetryReports(news, converter, new LadderMeters(registry), clock);
    }

    @Bean
    DeliveryAdvice deliveryAdvice(
            ConfirmedPublisher publisher,
            Dependencies dependencies,
            RetryReports reports,
            MessageTrace trace,
            MessagingSettings settings) {
        return new DeliveryAdvice(publisher, dependencies, reports, new DeliveryScope(trace), settings);
    }

    @Bean
    WorkQueues workQueues(
            ConnectionFactory connections,
            DeliveryAdvice advice,
            PausedConsumers consumers,
            WireMessageConverter converter,
            MessagingSettings settings) {
        return new WorkQueues(connections, advice, consumers, converter, settings);
    }
}
