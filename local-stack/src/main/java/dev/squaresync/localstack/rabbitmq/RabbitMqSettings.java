package dev.squaresync.localstack.rabbitmq;

import java.nio.file.Path;
import java.util.Map;

/**
 * How a RabbitMQ broker is set up.
 *
 * @param folder where its data and configuration lie; created when missing
 * @param log the file for the broker's output
 * @param port for AMQP, on 127.0.0.1
 * @param managementPort for the management pages and HTTP API
 * @param distributionPort for Erlang's own traffic
 * @param portMapperPort for Erlang's port mapper (epmd)
 * @param user administrator, created with the data
 * @param password the administrator's
 * @param servicePasswords for each service a user of its own, with the least permissions; empty: there is only the administrator
 */
public record RabbitMqSettings(
        Path folder,
        Path log,
        int port,
        int managementPort,
        int distributionPort,
        int portMapperPort,
        String user,
        String password,
        Map<String, String> servicePasswords) {

    public RabbitMqSettings {
        servicePasswords = Map.copyOf(servicePasswords);
    }

    /** A broker with an administrator only. */
    public RabbitMqSettings(
            Path folder,
            Path log,
            int port,
            int managementPort,
            int distributionPort,
            int portMapperPort,
            String user,
            String password) {
        this(folder, log, port, managementPort, distributionPort, portMapperPort, user, password, Map.of());
    }

    @Override
    public String toString() {
        return "RabbitMQ on port " + port + " in " + folder;
    }
}
