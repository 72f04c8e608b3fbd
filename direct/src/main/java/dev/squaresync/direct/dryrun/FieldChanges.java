package dev.squaresync.direct.dryrun;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares two states of an object field by field. */
public final class FieldChanges {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<FieldChange> changes = new ArrayList<>();

    private FieldChanges() {}

    /** In the order of the fields' names. */
    public static List<FieldChange> between(String before, String after) {
        FieldChanges found = new FieldChanges();
        found.compare("", JSON.readTree(before), JSON.readTree(after));
        return found.changes;
    }

    private void compare(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before != null && before.equals(after)) {
            return;
        }
        if (before != null && after != null && before.isObject() && after.isObject()) {
            Set<String> names = new TreeSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            names.forEach(
                    name -> compare(path.isEmpty() ? name : path + "." + name, before.get(name), after.get(name)));
        } else if (before != null && after != null && before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(path + "[" + i + "]", before.get(i), after.get(i));
            }
        } else {
            changes.add(new FieldChange(path, text(before), text(after)));
        }
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.toString();
    }
}
