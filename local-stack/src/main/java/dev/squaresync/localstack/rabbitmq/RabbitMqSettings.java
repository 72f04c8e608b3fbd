package dev.squaresync.localstack.rabbitmq;

import java.nio.file.Path;

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
 */
public record RabbitMqSettings(
        Path folder,
        Path log,
        int port,
        int managementPort,
        int distributionPort,
        int portMapperPort,
        String user,
        String password) {

    @Override
    public String toString() {
        return "RabbitMQ on port " + port + " in " + folder;
    }
}
