package dev.squaresync.systemtests.histories;

import dev.squaresync.messaging.MessagingConfiguration;
import dev.squaresync.messaging.Topology;
import dev.squaresync.messaging.WireMessageConverter;
import dev.squaresync.messaging.WorkQueues;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.annotation.EnableRabbit;
import org.springframework.amqp.rabbit.config.AbstractRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The beans of a service, without its web server, its real broker and its own pace. */
final class Service implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final ManualScheduler tasks = new ManualScheduler();
    private final List<AbstractMessageListenerContainer> containers = new ArrayList<>();

    /**
     * @param packageName where its beans are
     * @param leftOut a pattern of the classes that are not wanted
     */
    Service(
            Stage stage,
            Class<?> configuration,
            String packageName,
            String leftOut,
            Map<String, Object> settings,
            Consumer<AnnotationConfigApplicationContext> more) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("history", settings));
        context.register(configuration);
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(leftOut)));
        scanner.scan(packageName);
        context.registerBean(Clock.class, () -> new StageClock(stage));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(CachingConnectionFactory.class, () -> new CachingConnectionFactory("not used"));
        context.registerBean(
                "rabbitTemplate",
                RabbitTemplate.class,
                () -> new SimulatedTemplate(
                        stage, bean(CachingConnectionFactory.class), bean(WireMessageConverter.class)));
        context.registerBean("taskScheduler", ManualScheduler.class, () -> tasks);
        context.registerBean(Quiet.class, () -> new Quiet(containers));
        more.accept(context);
        context.refresh();
    }

    /** What every service has. */
    @Configuration(proxyBeanMethods = false)
    @EnableRabbit
    @EnableScheduling
    @EnableTransactionManagement(proxyTargetClass = true)
    @Import(MessagingConfiguration.class)
    static class Common {}

    @Configuration(proxyBeanMethods = false)
    @Import(Common.class)
    @ConfigurationPropertiesScan("dev.squaresync.fetcher.page")
    static class Fetcher {}

    @Configuration(proxyBeanMethods = false)
    @Import(Common.class)
    @ConfigurationPropertiesScan("dev.squaresync.writer")
    static class Writer {}

    @Configuration(proxyBeanMethods = false)
    @Import(Common.class)
    @ConfigurationPropertiesScan("dev.squaresync.scheduler")
    static class Scheduler {}

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All queues and bindings: its own, and those of the notifier, which takes no part. */
    List<Declarable> declared() {
        WorkQueues queues = bean(WorkQueues.class);
        Stream<Declarables> notifiers =
                Stream.of(queues.declarables(Topology.ENDED_RUNS), queues.declarables(Topology.WATCHED));
        return Stream.concat(context.getBeansOfType(Declarables.class).values().stream(), notifiers)
                .map(Declarables::getDeclarables)
                .flatMap(Collection::stream)
                .toList();
    }

    /** One for each queue that it listens to. */
    List<ServiceListener> listeners() {
        Stream<AbstractMessageListenerContainer> annotated =
                context.getBean(RabbitListenerEndpointRegistry.class).getListenerContainers().stream()
                        .map(AbstractMessageListenerContainer.class::cast);
        return Stream.concat(annotated, containers.stream())
                .distinct()
                .flatMap(container ->
                        Arrays.stream(container.getQueueNames()).map(queue -> new ServiceListener(queue, container)))
                .toList();
    }

    List<Runnable> tasks(String word) {
        return tasks.tasks(word);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Keeps listener containers from looking for a broker. */
    private record Quiet(List<AbstractMessageListenerContainer> containers) implements BeanPostProcessor {

        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            if (bean instanceof AbstractRabbitListenerContainerFactory<?> factory) {
                factory.setAutoStartup(false);
            }
            if (bean instanceof AbstractMessageListenerContainer container) {
                container.setAutoStartup(false);
                containers.add(container);
            }
            return bean;
        }
    }

    /** The time of the history that is played. */
    private static final class StageClock extends Clock {

        private final Stage stage;

        StageClock(Stage stage) {
            this.stage = stage;
        }

        @Override
        public Instant instant() {
            return stage.isEmpty() ? Instant.EPOCH : stage.world().clock().instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
