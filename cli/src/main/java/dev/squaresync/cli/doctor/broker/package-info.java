/** What RabbitMQ says of itself and of the queues. */
@NullMarked
package dev.squaresync.cli.doctor.broker;

import org.jspecify.annotations.NullMarked;
