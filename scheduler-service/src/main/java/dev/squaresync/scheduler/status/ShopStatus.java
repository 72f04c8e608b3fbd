package dev.squaresync.scheduler.status;

import dev.squaresync.scheduler.dependency.DownDependency;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the shop's data stands.
 *
 * @param general what is wrong and not about one data type, as sentences
 * @param dataTypes most urgent first
 * @param down what a service needs and cannot reach now
 */
public record ShopStatus(List<String> general, List<DataTypeStatus> dataTypes, List<DownDependency> down) {

    private static final List<String> NUMBERS =
            List.of("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    /** @param attention what is wrong, as a sentence; null: nothing */
    public record DataTypeStatus(
            Standing standing, @Nullable String attention) {}

    /** Nothing needs a person. */
    public boolean ok() {
        return problems().findAny().isEmpty();
    }

    /** The whole as a sentence, or as one sentence for each thing that is wrong. Instants in it are in ISO 8601. */
    public String verdict() {
        return ok() ? praise() : problems().collect(Collectors.joining(" "));
    }

    /** The whole in a sentence or two, without saying what is wrong. */
    public String headline() {
        List<String> troubled = dataTypes.stream()
                .filter(status -> status.attention() != null)
                .map(status -> status.standing().dataType().name())
                .toList();
        if (troubled.isEmpty()) {
            return ok() ? praise() : praise() + " Something else needs a person.";
        }
        if (troubled.size() == dataTypes.size()) {
            return "None of the " + number(troubled.size()) + " data types is in order.";
        }
        String first =
                capital(String.join(", ", troubled)) + (troubled.size() == 1 ? " needs" : " need") + " a person.";
        return others(troubled.size())
                .map(upTo -> first + " All others are complete up to " + upTo + ".")
                .orElse(first);
    }

    private Optional<Instant> others(int troubled) {
        List<Instant> proven = dataTypes.stream()
                .filter(status -> status.attention() == null)
                .map(status -> status.standing().provenUpTo())
                .filter(Objects::nonNull)
                .toList();
        return proven.size() == dataTypes.size() - troubled
                ? proven.stream().min(Instant::compareTo)
                : Optional.empty();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private Stream<String> problems() {
        return Stream.concat(general.stream(), dataTypes.stream().map(DataTypeStatus::attention))
                .filter(Objects::nonNull);
    }

    private String praise() {
        if (standings().anyMatch(standing -> standing.provenUpTo() == null)) {
            return "The first sync is under way.";
        }
        Instant oldest = standings()
                .map(Standing::provenUpTo)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return "All " + number(dataTypes.size()) + " data types are complete up to " + oldest + "." + paused();
    }

    private String paused() {
        return standings()
                .filter(standing -> standing.schedule().paused())
                .map(standing -> " " + standing.dataType() + " is paused.")
                .collect(Collectors.joining());
    }

    private Stream<Standing> standings() {
        return dataTypes.stream().map(DataTypeStatus::standing);
    }

    private static String number(int number) {
        return number < NUMBERS.size() ? NUMBERS.get(number) : Integer.toString(number);
    }
}
