/** The whole system on one machine: PostgreSQL, RabbitMQ, a mail catcher, a Square API and the services. */
@NullMarked
package dev.squaresync.localstack.stack;

import org.jspecify.annotations.NullMarked;
