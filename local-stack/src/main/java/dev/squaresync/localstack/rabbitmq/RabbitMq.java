package dev.squaresync.localstack.rabbitmq;

import dev.squaresync.localstack.process.Launcher;
import dev.squaresync.localstack.process.Part;
import dev.squaresync.localstack.process.RunningProcess;
import dev.squaresync.localstack.process.StartFailure;
import dev.squaresync.localstack.process.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A RabbitMQ broker with the management plugin on 127.0.0.1, run from the system's package {@code rabbitmq-server}. */
public final class RabbitMq implements Part {

    private static final Duration UNTIL_READY = Duration.ofMinutes(2);
    private static final Duration UNTIL_STOPPED = Duration.ofSeconds(40);
    private static final Duration UNTIL_PORT_MAPPER_STOPPED = Duration.ofSeconds(5);

    private final RabbitMqSettings settings;
    private final Launcher launcher;
    private @Nullable RunningProcess portMapper;
    private @Nullable RunningProcess broker;

    public RabbitMq(RabbitMqSettings settings, Launcher launcher) {
        this.settings = settings;
        this.launcher = launcher;
    }

    @Override
    public String name() {
        return "RabbitMQ";
    }

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        RabbitMqFiles files = new RabbitMqFiles(settings);
        files.write();
        RabbitMqLaunch launch = new RabbitMqLaunch(settings, files);
        RunningProcess mapper = portMapper;
        if (mapper == null || !mapper.isAlive()) {
            portMapper = launcher.launch(launch.portMapper());
        }
        RunningProcess started = launcher.launch(launch.broker());
        broker = started;
        AmqpGreeting greeting = new AmqpGreeting(settings.port());
        boolean decided = Waiting.until(UNTIL_READY, () -> greeting.isAnswered() || !started.isAlive());
        if (!started.isAlive()) {
            throw new StartFailure(name(), "ended while starting", settings.log());
        }
        if (!decided) {
            throw new StartFailure(
                    name(), "did not answer within " + UNTIL_READY.toSeconds() + " seconds", settings.log());
        }
    }

    @Override
    public void stop() {
        if (broker != null) {
            broker.stop(UNTIL_STOPPED);
        }
        if (portMapper != null) {
            portMapper.stop(UNTIL_PORT_MAPPER_STOPPED);
        }
    }

    @Override
    public void kill() {
        if (broker != null) {
            broker.kill();
        }
    }

    @Override
    public boolean isRunning() {
        return broker != null && broker.isAlive();
    }

    @Override
    public long pid() {
        if (broker == null) {
            throw new IllegalStateException(name() + " was never started");
        }
        return broker.pid();
    }

    @Override
    public Path log() {
        return settings.log();
    }

    public RabbitMqSettings settings() {
        return settings;
    }
}
