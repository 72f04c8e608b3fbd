package dev.squaresync.fetcher.square;

/** Square's two worlds. */
enum SquareEnvironment {
    PRODUCTION("https://connect.squareup.com"),
    SANDBOX("https://connect.squareupsandbox.com");

    private final String url;

    SquareEnvironment(String url) {
        this.url = url;
    }

    String url() {
        return url;
    }
}
