package dev.squaresync.localstack.stack;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The random passwords and tokens of a stack. They live as long as its data, which was made with them. */
final class Secrets {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 24;

    enum Name {
        POSTGRES_PASSWORD,
        SCHEDULER_DATABASE_PASSWORD,
        WRITER_DATABASE_PASSWORD,
        NOTIFIER_DATABASE_PASSWORD,
        RABBITMQ_PASSWORD,
        SCHEDULER_RABBITMQ_PASSWORD,
        FETCHER_RABBITMQ_PASSWORD,
        WRITER_RABBITMQ_PASSWORD,
        NOTIFIER_RABBITMQ_PASSWORD,
        API_TOKEN,
        ADMIN_PASSWORD,
        SIMULATOR_TOKEN
    }

    private final Map<Name, String> values;

    private Secrets(Map<Name, String> values) {
        this.values = values;
    }

    /** Reads the secrets, and makes those that are missing. */
    static Secrets in(Path path) {
        PrivateFile file = new PrivateFile(path);
        List<String> lines = file.lines();
        Map<String, String> known = lines.stream()
                .map(line -> line.split("=", 2))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        Map<Name, String> values = new EnumMap<>(Name.class);
        for (Name name : Name.values()) {
            values.put(name, known.getOrDefault(name.name(), random()));
        }
        file.write(values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .toList());
        return new Secrets(values);
    }

    /** A service's own at the broker. */
    String brokerPassword(Service service) {
        return get(
                switch (service) {
                    case SCHEDULER -> Name.SCHEDULER_RABBITMQ_PASSWORD;
                    case FETCHER -> Name.FETCHER_RABBITMQ_PASSWORD;
                    case WRITER -> Name.WRITER_RABBITMQ_PASSWORD;
                    case NOTIFIER -> Name.NOTIFIER_RABBITMQ_PASSWORD;
                });
    }

    String get(Name name) {
        return Objects.requireNonNull(values.get(name));
    }

    /** Letters and digits, which need no quoting in addresses, shells and configuration files. */
    private static String random() {
        SecureRandom random = new SecureRandom();
        return random.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(index -> LETTERS.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
