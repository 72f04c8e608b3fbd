package dev.squaresync.cli.doctor.square;

import dev.squaresync.cli.connection.Surroundings;
import dev.squaresync.cli.doctor.Check;
import dev.squaresync.cli.doctor.Finding;
import dev.squaresync.cli.doctor.web.HttpAddress;
import dev.squaresync.cli.doctor.web.JsonApi;
import dev.squaresync.cli.doctor.web.NoAnswer;
import dev.squaresync.cli.doctor.web.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether the access token may read what is synced: asks each resource for one object. */
public final class SquareCheck implements Check {

    private static final String SQUARE = "Square";
    private static final String PRODUCTION = "https://connect.squareup.com";
    private static final String SANDBOX = "https://connect.squareupsandbox.com";

    private final Surroundings surroundings;

    public SquareCheck(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void examine(Consumer<Finding> findings) {
        Optional<String> token =
                surroundings.ofEnvironment("SQUARE_ACCESS_TOKEN").map(String::strip);
        if (token.isEmpty()) {
            findings.accept(Finding.notChecked(
                    SQUARE,
                    "SQUARE_ACCESS_TOKEN is not set here, so what it may read was not asked.",
                    "Set it in the environment or in .env, with the fetcher's SQUARE_BASE_URL or SQUARE_ENVIRONMENT."));
            return;
        }
        if (!token.get().chars().allMatch(c -> c > ' ' && c < 127)) {
            findings.accept(Finding.problem(
                    SQUARE,
                    "SQUARE_ACCESS_TOKEN holds characters that no token has.",
                    "Set it again, without spaces or line ends."));
            return;
        }
        address()
                .ifPresentOrElse(
                        address -> ask(JsonApi.withToken(address.uri(), token.get()), findings),
                        () -> findings.accept(Finding.problem(
                                SQUARE,
                                "SQUARE_BASE_URL or SQUARE_ENVIRONMENT cannot be used, and the token was not sent.",
                                "SQUARE_BASE_URL must start with https:// (http:// is for this machine only);"
                                        + " SQUARE_ENVIRONMENT is production or sandbox.")));
    }

    /** Empty if the token must not go there. */
    private Optional<HttpAddress> address() {
        return surroundings
                .ofEnvironment("SQUARE_BASE_URL")
                .or(this::ofEnvironmentName)
                .flatMap(HttpAddress::parse)
                .filter(address -> address.userInfo() == null
                        && ("https".equalsIgnoreCase(address.uri().getScheme())
                                || List.of("localhost", "127.0.0.1", "[::1]")
                                        .contains(address.uri().getHost())));
    }

    private Optional<String> ofEnvironmentName() {
        return switch (surroundings.ofEnvironment("SQUARE_ENVIRONMENT").orElse("production")) {
            case "production" -> Optional.of(PRODUCTION);
            case "sandbox" -> Optional.of(SANDBOX);
            default -> Optional.empty();
        };
    }

    private static void ask(JsonApi square, Consumer<Finding> findings) {
        try {
            Reply locations = square.get("v2/locations");
            findings.accept(new Permission("locations", "MERCHANT_PROFILE_READ").judge(locations));
            if (locations.status() == 401) {
                return;
            }
            findings.accept(new Permission("catalog", "ITEMS_READ")
                    .judge(square.post("v2/catalog/search", Map.of("object_types", List.of("ITEM"), "limit", 1))));
            String location =
                    locations.body().path("locations").path(0).path("id").asString("");
            if (location.isEmpty()) {
                findings.accept(Finding.notChecked(
                        "Square orders, inventory", "They are asked for by location, and none was listed.", null));
                return;
            }
            Map<String, Object> one = Map.of("location_ids", List.of(location), "limit", 1);
            findings.accept(new Permission("orders", "ORDERS_READ").judge(square.post("v2/orders/search", one)));
            findings.accept(new Permission("inventory", "INVENTORY_READ")
                    .judge(square.post("v2/inventory/counts/batch-retrieve", one)));
        } catch (NoAnswer e) {
            findings.accept(Finding.problem(
                    SQUARE, e.sentence(), "Check this machine's way to the internet, and Square's own status page."));
        }
    }
}
