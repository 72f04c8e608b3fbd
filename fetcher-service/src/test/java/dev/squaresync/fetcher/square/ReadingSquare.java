package dev.squaresync.fetcher.square;

import dev.squaresync.fetcher.ScriptedSquare;
import dev.squaresync.message.DataType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

/** The reader of Square as it stands without a broker. */
public final class ReadingSquare {

    private final ApplicationContextRunner context;

    public ReadingSquare(String url) {
        this(new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                .withUserConfiguration(SquareConfiguration.class)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withPropertyValues(
                        "square.access-token=canary-7f3a",
                        "square.base-url=" + url,
                        "square.requests-per-second=1000",
                        "square.patience.retry=10ms",
                        "square.largest-reply=1MB"));
    }

    private ReadingSquare(ApplicationContextRunner context) {
        this.context = context;
    }

    public static ReadingSquare from(ScriptedSquare square) {
        return new ReadingSquare(square.url());
    }

    public ReadingSquare with(String... settings) {
        return new ReadingSquare(context.withPropertyValues(settings));
    }

    /** Runs it, as long as the test needs it. */
    public void read(String dataType, Consumer<SquareResource> test) {
        context.run(
                started -> test.accept(started.getBean(SquareResources.class).of(DataType.of(dataType))));
    }
}
