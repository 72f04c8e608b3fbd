package dev.squaresync.localstack.rabbitmq;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** The broker's users and what each may do, from {@code deploy/rabbitmq}; the broker takes them in at each start. */
final class Definitions {

    private static final String FILE = "/definitions.json";

    private Definitions() {}

    /** With the names and passwords of a broker, which hold nothing that JSON would have to quote. */
    static String of(RabbitMqSettings settings) {
        String text =
                template().replace("${ADMIN_USER}", settings.user()).replace("${ADMIN_PASSWORD}", settings.password());
        for (Map.Entry<String, String> password : settings.servicePasswords().entrySet()) {
            String name = password.getKey().toUpperCase(Locale.ROOT) + "_PASSWORD";
            text = text.replace("${" + name + "}", password.getValue());
        }
        if (text.contains("${")) {
            throw new IllegalArgumentException("Not every user of the broker has a password: there are "
                    + settings.servicePasswords().keySet());
        }
        return text;
    }

    private static String template() {
        try (InputStream file = Definitions.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("No " + FILE + " in this program.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
