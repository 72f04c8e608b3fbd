package dev.squaresync.localstack.stack;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The addresses, credentials and process numbers of a stack, as scripts and tests know them. */
public final class Endpoints {

    private final Map<String, String> values;

    private Endpoints(Map<String, String> values) {
        this.values = values;
    }

    static Endpoints of(StackSettings settings, StackFolders folders, Secrets secrets) {
        Ports ports = settings.ports();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("SCHEDULER_URL", ports.http(Port.SCHEDULER));
        values.put("SCHEDULER_MANAGEMENT_URL", ports.http(Service.SCHEDULER.managementPort()));
        values.put("FETCHER_URL", ports.http(Port.FETCHER));
        values.put("WRITER_URL", ports.http(Port.WRITER));
        values.put("NOTIFIER_URL", ports.http(Port.NOTIFIER));
        values.put(
                "DATABASE_URL",
                "postgresql://postgres:" + secrets.get(Secrets.Name.POSTGRES_PASSWORD) + "@127.0.0.1:"
                        + ports.of(Port.POSTGRES) + "/" + ServiceVariables.DATABASE);
        values.put(
                "WRITER_DATABASE_URL",
                "postgresql://writer:" + secrets.get(Secrets.Name.WRITER_DATABASE_PASSWORD) + "@127.0.0.1:"
                        + ports.of(Port.POSTGRES) + "/" + ServiceVariables.DATABASE);
        values.put(
                "RABBITMQ_URL",
                "amqp://" + PartFactory.RABBITMQ_USER + ":" + secrets.get(Secrets.Name.RABBITMQ_PASSWORD)
                        + "@127.0.0.1:" + ports.of(Port.RABBITMQ) + "/%2F");
        values.put("RABBITMQ_MANAGEMENT_URL", ports.http(Port.RABBITMQ_MANAGEMENT));
        values.put("MAIL_DIR", folders.mails().toString());
        values.put("SQUARE_BASE_URL", new ServiceVariables(settings, secrets).squareBaseUrl());
        if (settings.square().isEmpty()) {
            values.put("SIMULATOR_TOKEN", secrets.get(Secrets.Name.SIMULATOR_TOKEN));
        }
        values.put("API_TOKEN", secrets.get(Secrets.Name.API_TOKEN));
        values.put("ADMIN_USER", ServiceVariables.ADMIN_USER);
        values.put("ADMIN_PASSWORD", secrets.get(Secrets.Name.ADMIN_PASSWORD));
        return new Endpoints(values);
    }

    /** Reads what an earlier command wrote; empty when there is nothing. */
    static Optional<Endpoints> read(Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : new PrivateFile(file).lines()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new Endpoints(values));
    }

    Endpoints withPid(PartName part, long pid) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(part.name() + "_PID", Long.toString(pid));
        return new Endpoints(changed);
    }

    void write(Path file) {
        new PrivateFile(file)
                .write(values.entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .toList());
    }

    /**
     * One value by its name in {@code endpoints.env}.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No " + name + " among " + values.keySet());
        }
        return value;
    }

    public Map<String, String> all() {
        return Map.copyOf(values);
    }
}
