package dev.squaresync.simulator.catalog;

import java.util.List;

/** The catalog at one moment; it never changes. An object's place in the list is its number. */
record CatalogState(List<CatalogEntry> entries) {
    CatalogState {
        entries = List.copyOf(entries);
    }

    CatalogEntry entry(long number) {
        return entries.get((int) number);
    }

    /** The variations of an item that are not deleted. */
    List<CatalogEntry> variationsOf(CatalogEntry item) {
        CatalogEntry.Family family = item.family();
        return entries.subList(family.firstVariation(), family.firstVariation() + family.variations()).stream()
                .filter(variation -> !variation.isDeleted())
                .toList();
    }

    /** When anything was last changed, as a version. */
    long latestVersion() {
        return entries.stream().mapToLong(CatalogEntry::version).max().orElse(0);
    }

    int count(CatalogType type) {
        return (int) entries.stream().filter(entry -> entry.type() == type).count();
    }
}
