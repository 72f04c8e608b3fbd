package dev.squaresync.messaging;

import dev.squaresync.dependency.Dependencies;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Around every delivery of news: what cannot be written down is let go. */
final class NewsAdvice implements MethodInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(NewsAdvice.class);

    private final Dependencies dependencies;

    NewsAdvice(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation delivery) throws Throwable {
        try {
            return delivery.proceed();
        } catch (Exception e) {
            if (!dependencies.explain(e)) {
                LOG.warn("News was not written down: {}", Fault.of(e).reason());
            }
            return null;
        }
    }
}
