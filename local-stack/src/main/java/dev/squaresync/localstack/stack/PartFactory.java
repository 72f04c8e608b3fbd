package dev.squaresync.localstack.stack;

import dev.squaresync.localstack.postgres.Postgres;
import dev.squaresync.localstack.postgres.PostgresSettings;
import dev.squaresync.localstack.process.Part;
import dev.squaresync.localstack.rabbitmq.RabbitMq;
import dev.squaresync.localstack.rabbitmq.RabbitMqSettings;
import dev.squaresync.localstack.service.JavaProcess;
import dev.squaresync.localstack.service.JavaProgram;
import dev.squaresync.localstack.service.Readiness;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the parts together from the settings. */
final class PartFactory {

    static final String RABBITMQ_USER = "square-sync";

    /** A service has to live in 256 MB of heap; beside others on two cores, the serial collector is the cheapest. */
    private static final List<String> SERVICE_OPTIONS =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8");

    private static final List<String> SMALL_OPTIONS = List.of("-Xmx64m", "-XX:+UseSerialGC");

    private final StackSettings settings;
    private final StackFolders folders;
    private final Secrets secrets;
    private final Ledger ledger;

    PartFactory(StackSettings settings, StackFolders folders, Secrets secrets, Ledger ledger) {
        this.settings = settings;
        this.folders = folders;
        this.secrets = secrets;
        this.ledger = ledger;
    }

    Part part(PartName name) {
        return switch (name) {
            case POSTGRES -> postgres();
            case RABBITMQ -> rabbitMq();
            case MAIL_CATCHER -> mailCatcher();
            case SIMULATOR -> simulator();
            case SCHEDULER -> service(name, Service.SCHEDULER);
            case FETCHER -> service(name, Service.FETCHER);
            case WRITER -> service(name, Service.WRITER);
            case NOTIFIER -> service(name, Service.NOTIFIER);
        };
    }

    private Part postgres() {
        return new Postgres(
                new PostgresSettings(
                        folders.database(),
                        folders.log("postgresql"),
                        settings.ports().of(Port.POSTGRES),
                        secrets.get(Secrets.Name.POSTGRES_PASSWORD),
                        true),
                ledger.launcher(PartName.POSTGRES.stage()));
    }

    private RabbitMq rabbitMq() {
        Ports ports = settings.ports();
        return new RabbitMq(
                new RabbitMqSettings(
                        folders.data().resolve("rabbitmq"),
                        folders.log("rabbitmq"),
                        ports.of(Port.RABBITMQ),
                        ports.of(Port.RABBITMQ_MANAGEMENT),
                        ports.of(Port.RABBITMQ_DISTRIBUTION),
                        ports.of(Port.RABBITMQ_PORT_MAPPER),
                        RABBITMQ_USER,
                        secrets.get(Secrets.Name.RABBITMQ_PASSWORD),
                        brokerPasswords()),
                ledger.launcher(PartName.RABBITMQ.stage()));
    }

    private Map<String, String> brokerPasswords() {
        return Arrays.stream(Service.values()).collect(Collectors.toMap(Service::word, secrets::brokerPassword));
    }

    private Part mailCatcher() {
        int port = settings.ports().of(Port.MAIL);
        JavaProgram program = new JavaProgram(
                "mail catcher",
                Service.jar(settings.checkout(), "local-stack"),
                SMALL_OPTIONS,
                List.of("mail-catcher", "--port=" + port, "--folder=" + folders.mails()),
                Map.of());
        return new JavaProcess(
                program,
                Readiness.tcp(port),
                folders.log("mail-catcher"),
                ledger.launcher(PartName.MAIL_CATCHER.stage()));
    }

    private Part simulator() {
        Ports ports = settings.ports();
        List<String> arguments = new ArrayList<>(List.of("--bind=127.0.0.1", "--port=" + ports.of(Port.SIMULATOR)));
        arguments.add("--history-end=" + SimulatedHistory.in(folders).end());
        arguments.addAll(settings.simulatorArguments());
        JavaProgram program = new JavaProgram(
                "Square simulator",
                Service.jar(settings.checkout(), "square-simulator"),
                SERVICE_OPTIONS,
                arguments,
                Map.of("SQUARE_SIMULATOR_TOKEN", secrets.get(Secrets.Name.SIMULATOR_TOKEN)));
        return new JavaProcess(
                program,
                Readiness.http(URI.create(ports.http(Port.SIMULATOR) + "/control/state")),
                folders.log("square-simulator"),
                ledger.launcher(PartName.SIMULATOR.stage()));
    }

    private Part service(PartName name, Service service) {
        JavaProgram program = new JavaProgram(
                service.word(),
                service.jar(settings.checkout()),
                SERVICE_OPTIONS,
                List.of(),
                new ServiceVariables(settings, secrets).of(service));
        return new JavaProcess(
                program,
                Readiness.http(
                        URI.create(settings.ports().http(service.managementPort()) + "/actuator/health/readiness")),
                folders.log(service.word()),
                ledger.launcher(name.stage()));
    }
}
