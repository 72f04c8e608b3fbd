package dev.squaresync.localstack.stack;

import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.localstack.postgres.PostgresServer;
import java.util.HashMap;
import java.util.Map;

/** The environment variables that tell a service where everything is. */
final class ServiceVariables {

    static final String ADMIN_USER = "admin";
    static final String DATABASE = "square_sync";

    private final StackSettings settings;
    private final Secrets secrets;

    ServiceVariables(StackSettings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    Map<String, String> of(Service service) {
        Map<String, String> variables = new HashMap<>();
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("SERVER_PORT", Integer.toString(settings.ports().of(service.port())));
        variables.put(
                "LOGGING_FILE_NAME",
                new StackFolders(settings.home()).structuredLog(service.word()).toString());
        variables.putAll(broker(service));
        variables.putAll(
                switch (service) {
                    case SCHEDULER -> scheduler();
                    case FETCHER -> square();
                    case WRITER -> database(DatabaseRole.WRITER);
                    case NOTIFIER -> notifier();
                });
        variables.putAll(settings.serviceEnvironment().of(service));
        return variables;
    }

    String squareBaseUrl() {
        return settings.square()
                .map(SquareAccess::baseUrl)
                .orElseGet(() -> settings.ports().http(Port.SIMULATOR));
    }

    String databasePassword(DatabaseRole role) {
        return secrets.get(
                switch (role) {
                    case SCHEDULER -> Secrets.Name.SCHEDULER_DATABASE_PASSWORD;
                    case WRITER -> Secrets.Name.WRITER_DATABASE_PASSWORD;
                    case NOTIFIER -> Secrets.Name.NOTIFIER_DATABASE_PASSWORD;
                });
    }

    PostgresServer databaseServer() {
        return new PostgresServer(settings.ports().of(Port.POSTGRES), secrets.get(Secrets.Name.POSTGRES_PASSWORD));
    }

    private Map<String, String> broker(Service service) {
        return Map.of(
                "SPRING_RABBITMQ_HOST",
                "127.0.0.1",
                "SPRING_RABBITMQ_PORT",
                Integer.toString(settings.ports().of(Port.RABBITMQ)),
                "SPRING_RABBITMQ_USERNAME",
                service.word(),
                "SPRING_RABBITMQ_PASSWORD",
                secrets.brokerPassword(service),
                "SPRING_RABBITMQ_VIRTUAL_HOST",
                "/");
    }

    private Map<String, String> database(DatabaseRole role) {
        return Map.of(
                "SPRING_DATASOURCE_URL", databaseServer().jdbcUrl(DATABASE),
                "SPRING_DATASOURCE_USERNAME", role.user(),
                "SPRING_DATASOURCE_PASSWORD", databasePassword(role));
    }

    private Map<String, String> scheduler() {
        Map<String, String> variables = new HashMap<>(database(DatabaseRole.SCHEDULER));
        variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        variables.put(
                "MANAGEMENT_SERVER_PORT", Integer.toString(settings.ports().of(Service.SCHEDULER.managementPort())));
        variables.put("SCHEDULER_RABBITMQ_MANAGEMENT_URL", settings.ports().http(Port.RABBITMQ_MANAGEMENT));
        variables.put("SCHEDULER_API_TOKEN", secrets.get(Secrets.Name.API_TOKEN));
        variables.put("SCHEDULER_ADMIN_USER", ADMIN_USER);
        variables.put("SCHEDULER_ADMIN_PASSWORD", secrets.get(Secrets.Name.ADMIN_PASSWORD));
        return variables;
    }

    private Map<String, String> square() {
        Map<String, String> variables = new HashMap<>();
        variables.put("SQUARE_BASE_URL", squareBaseUrl());
        settings.square()
                .ifPresentOrElse(
                        square -> {
                            variables.put("SQUARE_ACCESS_TOKEN", square.accessToken());
                            variables.put("SQUARE_ENVIRONMENT", square.environment());
                        },
                        () -> {
                            variables.put("SQUARE_ACCESS_TOKEN", secrets.get(Secrets.Name.SIMULATOR_TOKEN));
                            variables.put("SQUARE_ENVIRONMENT", "sandbox");
                            // The default protects an account at Square; the simulator needs no protection.
                            variables.put("SQUARE_REQUESTS_PER_SECOND", "200");
                        });
        return variables;
    }

    private Map<String, String> notifier() {
        Map<String, String> variables = new HashMap<>(database(DatabaseRole.NOTIFIER));
        variables.put("SPRING_MAIL_HOST", "127.0.0.1");
        variables.put("SPRING_MAIL_PORT", Integer.toString(settings.ports().of(Port.MAIL)));
        variables.put("NOTIFIER_MAIL_FROM", "square-sync@localhost");
        variables.put("NOTIFIER_MAIL_TO", "admin@localhost");
        variables.put("SCHEDULER_URL", settings.ports().http(Port.SCHEDULER));
        return variables;
    }
}
