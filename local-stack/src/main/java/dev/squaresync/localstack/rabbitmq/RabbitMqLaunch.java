package dev.squaresync.localstack.rabbitmq;

import dev.squaresync.localstack.process.BaseEnvironment;
import dev.squaresync.localstack.process.Launch;
import dev.squaresync.localstack.process.StartFailure;
import dev.squaresync.localstack.process.StopSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The commands and environments with which the broker and its port mapper are started beside a system-wide broker. */
final class RabbitMqLaunch {

    /** The package's own script; the one in /usr/sbin changes to the user rabbitmq, which only root may. */
    private static final Path SERVER = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");

    private static final Path CONTROL = Path.of("/usr/lib/rabbitmq/bin/rabbitmqctl");

    private final RabbitMqSettings settings;
    private final RabbitMqFiles files;

    RabbitMqLaunch(RabbitMqSettings settings, RabbitMqFiles files) {
        this.settings = settings;
        this.files = files;
    }

    /** @throws StartFailure if RabbitMQ is not installed */
    Launch broker(String name) {
        if (!Files.isExecutable(SERVER)) {
            throw new StartFailure(
                    name, "is not installed: apt-get install --no-install-recommends rabbitmq-server", settings.log());
        }
        return launch(name, List.of(SERVER.toString()));
    }

    /** Erlang would start a port mapper in the background, which nobody could end later without guessing. */
    Launch portMapper(String name) {
        return launch(
                name, List.of("epmd", "-address", "127.0.0.1", "-port", Integer.toString(settings.portMapperPort())));
    }

    /** @param limit such as 1GB */
    Launch memoryLimit(String limit) {
        return launch("rabbitmqctl", List.of(CONTROL.toString(), "set_vm_memory_high_watermark", "absolute", limit));
    }

    private Launch launch(String name, List<String> command) {
        return new Launch(name, command, environment(), settings.folder(), settings.log(), StopSignal.TERM);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(BaseEnvironment.variables());
        environment.put("HOME", settings.folder().toString());
        environment.put("ERL_EPMD_PORT", Integer.toString(settings.portMapperPort()));
        environment.put("ERL_EPMD_ADDRESS", "127.0.0.1");
        environment.put("RABBITMQ_CONF_ENV_FILE", "/dev/null");
        environment.put("RABBITMQ_LOG", "-color");
        environment.put("RABBITMQ_NODENAME", "square-sync@localhost");
        environment.put("RABBITMQ_NODE_PORT", Integer.toString(settings.port()));
        environment.put("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1");
        environment.put("RABBITMQ_DIST_PORT", Integer.toString(settings.distributionPort()));
        environment.put("RABBITMQ_MNESIA_BASE", files.data().toString());
        environment.put("RABBITMQ_LOG_BASE", inFolder("log"));
        environment.put("RABBITMQ_SCHEMA_DIR", inFolder("schema"));
        environment.put("RABBITMQ_GENERATED_CONFIG_DIR", inFolder("generated"));
        environment.put("RABBITMQ_PID_FILE", inFolder("pid"));
        environment.put("RABBITMQ_ENABLED_PLUGINS_FILE", files.enabledPlugins().toString());
        environment.put("RABBITMQ_CONFIG_FILE", files.configuration().toString());
        environment.put("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1}");
        // Makes the script become the broker instead of a parent that waits for it: one process to know and to signal.
        environment.put("RUNNING_UNDER_SYSTEMD", "true");
        return environment;
    }

    private String inFolder(String name) {
        return settings.folder().resolve(name).toString();
    }
}
