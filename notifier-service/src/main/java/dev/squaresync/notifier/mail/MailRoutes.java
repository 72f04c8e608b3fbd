package dev.squaresync.notifier.mail;

import dev.squaresync.message.ConditionKind;
import dev.squaresync.notifier.alert.Alert;
import dev.squaresync.notifier.alert.Severity;
import dev.squaresync.settings.InvalidSetting;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who is told of some alerts. A variable's name holds no dashes, so they count for nothing: {@code NOTIFIER_MAIL_ROUTES_DEADLETTERS}
 * is the route of {@code dead-letters}.
 */
final class MailRoutes {

    private final Map<String, List<InternetAddress>> routes = new TreeMap<>();

    /** @param routes by the kind of the alert or by how much it matters */
    MailRoutes(Map<String, List<InternetAddress>> routes) {
        routes.forEach((word, recipients) -> this.routes.put(plain(word), recipients));
        TreeSet<String> unknown = new TreeSet<>(this.routes.keySet());
        TreeSet<String> known = known();
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new InvalidSetting("NOTIFIER_MAIL_ROUTES_" + unknown.first().toUpperCase(Locale.ROOT)
                    + " is the route of nothing that is told: name one of " + String.join(", ", known)
                    + " (in capitals).");
        }
    }

    /** The end of a matter goes to those who were told of it. Empty: there is no route of its own. */
    Optional<List<InternetAddress>> of(Alert alert) {
        return first(
                alert.kind(),
                alert.severity().name(),
                alert.severity() == Severity.RECOVERY ? Severity.FAILURE.name() : alert.kind());
    }

    private Optional<List<InternetAddress>> first(String... words) {
        return Arrays.stream(words)
                .map(word -> Optional.ofNullable(routes.get(plain(word))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static TreeSet<String> known() {
        TreeSet<String> known = new TreeSet<>();
        ConditionKind.ALL.forEach(kind -> known.add(plain(kind)));
        Alert.OWN_KINDS.forEach(kind -> known.add(plain(kind)));
        Arrays.stream(Severity.values()).forEach(severity -> known.add(plain(severity.name())));
        return known;
    }

    private static String plain(String word) {
        return word.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
