package dev.squaresync.messaging;

import dev.squaresync.dependency.Dependencies;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Around every delivery of a dead letter: behind it there is no other net, so it stays in its queue until it is taken. */
final class DeadLetterAdvice implements MethodInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterAdvice.class);

    /** A requeued message comes back at once. */
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(2);

    private final Dependencies dependencies;

    DeadLetterAdvice(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation delivery) throws Throwable {
        try {
            return delivery.proceed();
        } catch (Exception e) {
            if (!dependencies.explain(e)) {
                LOG.error("A dead letter could not be stored and stays in its queue.", e);
            }
            LockSupport.parkNanos(BEFORE_NEXT_TRY.toNanos());
            throw e;
        }
    }
}
