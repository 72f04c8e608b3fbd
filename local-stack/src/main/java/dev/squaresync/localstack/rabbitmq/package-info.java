/** A RabbitMQ broker of one's own, run from the system's package. */
@NullMarked
package dev.squaresync.localstack.rabbitmq;

import org.jspecify.annotations.NullMarked;
