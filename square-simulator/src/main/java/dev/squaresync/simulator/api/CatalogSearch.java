package dev.squaresync.simulator.api;

import dev.squaresync.simulator.catalog.CatalogType;
import dev.squaresync.simulator.catalog.CatalogView;
import dev.squaresync.simulator.wire.SquareError;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a client wants of the catalog, with Square's rules checked.
 *
 * @param changedAfter epoch milliseconds, exclusive
 * @param deleted whether deleted objects are wanted
 * @param related whether the objects that those on the page point to are wanted
 * @param pathToRoot whether categories tell their parents
 */
record CatalogSearch(
        Set<String> types, OptionalLong changedAfter, boolean deleted, boolean related, boolean pathToRoot, int limit) {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1000;
    private static final Set<String> DEFAULT_TYPES = Set.of(
            "ITEM",
            "CATEGORY",
            "TAX",
            "DISCOUNT",
            "MODIFIER_LIST",
            "PRICING_RULE",
            "PRODUCT_SET",
            "TIME_PERIOD",
            "MEASUREMENT_UNIT",
            "SUBSCRIPTION_PLAN",
            "ITEM_OPTION",
            "CUSTOM_ATTRIBUTE_DEFINITION",
            "QUICK_AMOUNT_SETTINGS",
            "QUICK_AMOUNTS_SETTINGS");
    private static final Set<String> NESTED_TYPES = Set.of(
            "ITEM_VARIATION",
            "MODIFIER",
            "IMAGE",
            "ITEM_OPTION_VAL",
            "COMPONENT",
            "SUBSCRIPTION_PLAN_VARIATION",
            "AVAILABILITY_PERIOD",
            "SUBSCRIPTION_PRODUCT");

    static CatalogSearch list(Map<String, String> query) {
        if (query.containsKey("catalog_version")) {
            throw SquareError.badRequest(
                    "BAD_REQUEST", "The simulator keeps no historical catalog.", "catalog_version");
        }
        String types = query.getOrDefault("types", "");
        List<String> named = types.isBlank() ? List.of() : Arrays.asList(types.split(","));
        return new CatalogSearch(types(named, "types"), OptionalLong.empty(), false, false, false, DEFAULT_LIMIT);
    }

    static CatalogSearch parse(Fields body) {
        body.allowOnly(Set.of(
                "cursor",
                "object_types",
                "include_deleted_objects",
                "include_related_objects",
                "begin_time",
                "limit",
                "include_category_path_to_root",
                "include_options"));
        boolean deleted = body.flag("include_deleted_objects");
        boolean pathToRoot = body.flag("include_category_path_to_root");
        if (deleted && pathToRoot) {
            throw SquareError.badRequest(
                    "CONFLICTING_PARAMETERS",
                    "include_category_path_to_root cannot be true together with include_deleted_objects.",
                    "include_category_path_to_root");
        }
        OptionalLong changedAfter = body.timeUntil("begin_time");
        return new CatalogSearch(
                types(body.texts("object_types"), "object_types"),
                changedAfter,
                // Square tells deletions to whoever asks for changes, even when told not to.
                deleted || changedAfter.isPresent(),
                body.flag("include_related_objects"),
                pathToRoot,
                limit(body.number("limit")));
    }

    boolean wants(CatalogView catalog, int number) {
        CatalogType type = catalog.type(number);
        boolean wantedType = types.contains(type == CatalogType.HOLOGRAM ? "ITEM" : type.name());
        return wantedType
                && (deleted || !catalog.isDeleted(number))
                && (changedAfter.isEmpty() || catalog.version(number) > changedAfter.getAsLong());
    }

    /** Square gives advice about the limit no heed when it is out of range. */
    private static int limit(OptionalInt asked) {
        int limit = asked.orElse(DEFAULT_LIMIT);
        return limit < 1 || limit > MOST ? DEFAULT_LIMIT : limit;
    }

    private static Set<String> types(List<String> named, String field) {
        if (named.isEmpty()) {
            return DEFAULT_TYPES;
        }
        Set<String> types = new HashSet<>();
        for (String name : named) {
            String type = name.strip().toUpperCase(Locale.ROOT);
            if (!DEFAULT_TYPES.contains(type) && !NESTED_TYPES.contains(type)) {
                throw SquareError.badRequest("INVALID_ENUM_VALUE", "'" + name + "' is not an object type.", field);
            }
            types.add(type);
        }
        return types;
    }
}
