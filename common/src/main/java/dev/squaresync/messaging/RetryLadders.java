package dev.squaresync.messaging;

import dev.squaresync.dependency.Dependencies;

/** Makes the retry ladder of each queue. */
final class RetryLadders {

    private final ConfirmedPublisher publisher;
    private final Dependencies dependencies;
    private final RetryReports reports;
    private final MessagingSettings settings;

    RetryLadders(
            ConfirmedPublisher publisher, Dependencies dependencies, RetryReports reports, MessagingSettings settings) {
        this.publisher = publisher;
        this.dependencies = dependencies;
        this.reports = reports;
        this.settings = settings;
    }

    /** @param patient what may still succeed stays on the last rung instead of becoming a dead letter */
    RetryLadder of(WorkQueue queue, boolean patient) {
        return new RetryLadder(queue, settings.retry().waits(), publisher, dependencies, reports, patient);
    }
}
