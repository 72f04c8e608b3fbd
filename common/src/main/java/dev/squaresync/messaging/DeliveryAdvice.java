package dev.squaresync.messaging;

import dev.squaresync.dependency.Dependencies;
import org.aopalliance.aop.Advice;

/** What stands around the deliveries of a queue, outermost first. */
final class DeliveryAdvice {

    private final ConfirmedPublisher publisher;
    private final Dependencies dependencies;
    private final RetryReports reports;
    private final DeliveryScope scope;
    private final MessagingSettings settings;

    DeliveryAdvice(
            ConfirmedPublisher publisher,
            Dependencies dependencies,
            RetryReports reports,
            DeliveryScope scope,
            MessagingSettings settings) {
        this.publisher = publisher;
        this.dependencies = dependencies;
        this.reports = reports;
        this.scope = scope;
        this.settings = settings;
    }

    /** @param patient what may still succeed stays on the last rung instead of becoming a dead letter */
    Advice[] work(WorkQueue queue, boolean patient) {
        RetryLadder ladder =
                new RetryLadder(queue, settings.retry().waits(), publisher, dependencies, reports, patient);
        return new Advice[] {scope, ladder, scope.failures()};
    }

    Advice[] deadLetters() {
        return new Advice[] {scope, new DeadLetterAdvice(dependencies), scope.failures()};
    }

    /** News is about workers and deliveries; none of it is a part of a run. */
    Advice[] news() {
        return new Advice[] {new NewsAdvice(dependencies)};
    }
}
