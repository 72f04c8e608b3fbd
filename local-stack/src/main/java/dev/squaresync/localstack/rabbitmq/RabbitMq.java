package dev.squaresync.localstack.rabbitmq;

import dev.squaresync.localstack.process.Launcher;
import dev.squaresync.localstack.process.OneShot;
import dev.squaresync.localstack.process.Part;
import dev.squaresync.localstack.process.PartProcess;
import java.nio.file.Path;
import java.time.Duration;

/** A RabbitMQ broker with the management plugin on 127.0.0.1, run from the system's package {@code rabbitmq-server}. */
public final class RabbitMq implements Part {

    private static final Duration UNTIL_READY = Duration.ofMinutes(2);
    private static final Duration UNTIL_STOPPED = Duration.ofSeconds(40);
    private static final Duration UNTIL_CONTROLLED = Duration.ofMinutes(3);
    private static final Duration UNTIL_PORT_MAPPER_STOPPED = Duration.ofSeconds(5);

    private final RabbitMqSettings settings;
    private final PartProcess portMapper;
    private final PartProcess broker;

    public RabbitMq(RabbitMqSettings settings, Launcher launcher) {
        this.settings = settings;
        this.portMapper = new PartProcess("RabbitMQ's port mapper", settings.log(), launcher);
        this.broker = new PartProcess("RabbitMQ", settings.log(), launcher);
    }

    @Override
    public String name() {
        return broker.name();
    }

    @Override
    public void launch() {
        if (isRunning()) {
            return;
        }
        RabbitMqFiles files = new RabbitMqFiles(settings);
        files.write();
        RabbitMqLaunch launch = new RabbitMqLaunch(settings, files);
        if (!portMapper.isRunning()) {
            portMapper.launch(launch.portMapper(portMapper.name()));
        }
        broker.launch(launch.broker(broker.name()));
    }

    @Override
    public void awaitReady() {
        broker.awaitReady(UNTIL_READY, new AmqpGreeting(settings.port())::isAnswered);
    }

    @Override
    public void stop() {
        broker.stop(UNTIL_STOPPED);
        portMapper.stop(UNTIL_PORT_MAPPER_STOPPED);
    }

    @Override
    public void kill() {
        broker.kill();
    }

    @Override
    public void pause() {
        broker.pause();
    }

    @Override
    public void resume() {
        broker.resume();
    }

    @Override
    public boolean isRunning() {
        return broker.isRunning();
    }

    @Override
    public long pid() {
        return broker.pid();
    }

    @Override
    public Path log() {
        return broker.log();
    }

    /**
     * Forgets all queues, messages and users, as when the broker's volume is lost. The next start begins empty.
     *
     * @throws IllegalStateException if the broker runs
     */
    public void wipe() {
        if (isRunning()) {
            throw new IllegalStateException("RabbitMQ runs: end it before its data is deleted");
        }
        new RabbitMqFiles(settings).deleteData();
    }

    /**
     * Makes the broker believe that it needs more memory than it may use, so that it blocks all who publish; or lets it believe
     * in its usual limit again. A restart forgets it.
     */
    public void memoryAlarm(boolean on) {
        RabbitMqLaunch launch = new RabbitMqLaunch(settings, new RabbitMqFiles(settings));
        OneShot.run(launch.memoryLimit(on ? "1MB" : RabbitMqFiles.MEMORY_LIMIT), UNTIL_CONTROLLED);
    }

    public RabbitMqSettings settings() {
        return settings;
    }
}
