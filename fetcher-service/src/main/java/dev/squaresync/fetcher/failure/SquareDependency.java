package dev.squaresync.fetcher.failure;

import dev.squaresync.dependency.Dependency;
import dev.squaresync.fetcher.square.Square;
import dev.squaresync.fetcher.square.SquareDown;
import org.springframework.stereotype.Component;

/** While Square is down, nothing is fetched, and no page loses an attempt. */
@Component
class SquareDependency implements Dependency {

    private final Square square;

    SquareDependency(Square square) {
        this.square = square;
    }

    @Override
    public String name() {
        return "Square";
    }

    @Override
    public boolean explains(Throwable failure) {
        return failure instanceof PassingProblem && failure.getCause() instanceof SquareDown;
    }

    @Override
    public void probe() {
        square.probe();
    }
}
