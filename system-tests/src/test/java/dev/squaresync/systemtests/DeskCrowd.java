package dev.squaresync.systemtests;

import dev.squaresync.localstack.stack.Endpoints;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many who look at the desk while programs ask the API, until it is closed. */
final class DeskCrowd implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .connectTimeout(PATIENCE)
            .build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Endpoints endpoints;
    private final List<Dashboard> dashboards = new ArrayList<>();
    private final Queue<Duration> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();

    /** Signs in; nobody looks yet. */
    DeskCrowd(Endpoints endpoints) throws IOException, InterruptedException {
        this.endpoints = endpoints;
        signIn();
    }

    /** So many look at a run, and as many at the overview. */
    void watch(String run, int each) {
        for (int i = 0; i < each; i++) {
            open("/live?view=overview");
            open("/live?view=run&id=" + run);
        }
    }

    private void open(String view) {
        Dashboard dashboard = new Dashboard();
        dashboards.add(dashboard);
        var unused = client.sendAsync(request(view).build(), BodyHandlers.fromLineSubscriber(dashboard))
                .whenComplete((response, failure) -> {
                    if (!clock.isShutdown()) {
                        failures.add(view + " ended: " + (failure == null ? response.statusCode() : failure));
                    }
                });
    }

    /** Asks the API at a steady pace, however long the answers take. */
    void ask(String run, int aSecond) {
        long pause = TimeUnit.SECONDS.toNanos(1) / aSecond;
        long start = System.nanoTime();
        clock.scheduleAtFixedRate(
                () -> {
                    int number = asked.getAndIncrement();
                    askOne(run, number, start + number * pause);
                },
                0,
                pause,
                TimeUnit.NANOSECONDS);
    }

    /** @param due when it should have been asked: a client that is late has waited as well */
    private void askOne(String run, int number, long due) {
        List<String> paths = List.of(
                "/api/status",
                "/api/sync-runs/" + run,
                "/api/sync-runs?limit=20",
                "/api/schedules",
                "/api/dead-letters",
                "/api/audit");
        String path = paths.get(number % paths.size());
        HttpRequest request = request(path)
                .header("Authorization", "Bearer " + endpoints.get("API_TOKEN"))
                .timeout(PATIENCE)
                .build();
        CompletableFuture<Void> unused = client.sendAsync(request, BodyHandlers.discarding())
                .handle((response, failure) -> {
                    answers.add(Duration.ofNanos(System.nanoTime() - due));
                    if (failure != null || response.statusCode() != 200) {
                        failures.add(path + ": " + (failure == null ? response.statusCode() : failure));
                    }
                    return null;
                });
    }

    /** How long the API's answers took so far. */
    List<Duration> answers() {
        return List.copyOf(answers);
    }

    /** What did not answer as it should, and dashboards that ended. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    List<Dashboard> dashboards() {
        return List.copyOf(dashboards);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        dashboards.forEach(Dashboard::close);
    }

    private void signIn() throws IOException, InterruptedException {
        String page =
                client.send(request("/login").build(), BodyHandlers.ofString()).body();
        Matcher csrf = CSRF.matcher(page);
        if (!csrf.find()) {
            throw new AssertionError("The page to sign in has no CSRF token: " + page);
        }
        String form = "username=" + encoded(endpoints.get("ADMIN_USER")) + "&password="
                + encoded(endpoints.get("ADMIN_PASSWORD")) + "&_csrf=" + encoded(csrf.group(1));
        client.send(
                request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(endpoints.get("SCHEDULER_URL") + path));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
