package dev.squaresync.systemtests.histories;

import dev.squaresync.fetcher.square.CursorExpired;
import dev.squaresync.fetcher.square.PartitionPlan;
import dev.squaresync.fetcher.square.SquarePage;
import dev.squaresync.fetcher.square.SquareRefused;
import dev.squaresync.fetcher.square.SquareUnavailable;
import dev.squaresync.fetcher.square.Window;
import dev.squaresync.message.Partition;
import dev.squaresync.message.RawJson;
import dev.squaresync.message.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A shop of a few objects that change while they are read. Each answer has its own page size and its own cursors; a cursor stands
 * for the last object that was shown, so what changes neither shifts nor hides anything else.
 */
final class SimulatedSquare {

    private final World world;
    private final List<SquareObject> objects = new ArrayList<>();
    private final List<SquareObject> changing = new ArrayList<>();
    private int answers;

    SimulatedSquare(World world, List<Kind> kinds) {
        this.world = world;
        for (Kind kind : kinds) {
            int partitions = kind == Kind.LOCATIONS ? 1 : world.dice().between(1, 2);
            for (int partition = 1; partition <= partitions; partition++) {
                add(kind, "part " + partition, world.dice().between(1, 4));
            }
        }
    }

    private void add(Kind kind, String partition, int count) {
        for (int i = 0; i < count; i++) {
            String id = "history-" + world.seed() + "-" + (objects.size() + 1);
            Instant createdAt = world.clock()
                    .instant()
                    .minus(Duration.ofMinutes(world.dice().between(30, 600)));
            SquareObject object = new SquareObject(kind, id, partition, createdAt);
            // One object stays as it is: a listing without any is not believed, and rightly so.
            if (objects.stream().anyMatch(other -> other.kind() == kind)) {
                changing.add(object);
            }
            objects.add(object);
        }
    }

    List<SquareObject> objects() {
        return objects;
    }

    /** An object gets a new version, or is deleted. */
    void change() {
        if (changing.isEmpty()) {
            return;
        }
        SquareObject object = world.dice().oneOf(changing);
        world.clock().pass(Duration.ofMillis(world.dice().between(1, 900)));
        object.change(
                world.clock().instant(),
                object.kind().isDeletable() && world.dice().chance(0.3));
        world.trace().add("Square: " + object.now().json());
    }

    List<Partition> plan(Kind kind, Window window) {
        answer();
        PartitionPlan plan = new PartitionPlan(kind.dataType());
        objects.stream()
                .filter(object -> object.kind() == kind)
                .map(SquareObject::partition)
                .distinct()
                .forEach(partition ->
                        plan.add(partition, new Slice(List.of(partition), List.of(), window.from(), window.to())));
        return plan.partitions();
    }

    /** One page, unless something goes wrong. */
    SquarePage read(Kind kind, Slice slice, @Nullable String cursor) {
        int answer = answer();
        if (cursor != null && world.mishaps().happens(0.5)) {
            world.trace().add("  the cursor has expired");
            throw new CursorExpired();
        }
        if (world.mishaps().happens(0.2)) {
            throw new SquareRefused("square-rejected", "Square says no, for good (simulated).");
        }
        String after = cursor == null ? "" : cursor.substring(0, cursor.indexOf('#'));
        List<SquareObject> rest = objects.stream()
                .filter(object -> object.kind() == kind && isIn(slice, object))
                .filter(object -> object.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(SquareObject::id))
                .toList();
        int size = kind == Kind.LOCATIONS
                ? rest.size()
                : Math.min(rest.size(), world.dice().between(world.dice().chance(0.1) ? 0 : 1, 2));
        List<SquareObject> page = rest.subList(0, size);
        String last = page.isEmpty() ? after : page.get(size - 1).id();
        return new SquarePage(
                body(kind, page),
                kind.listName(),
                size < rest.size() ? last + "#" + answer : null,
                world.clock().instant());
    }

    private int answer() {
        world.clock().pass(Duration.ofMillis(world.dice().between(1, 400)));
        if (world.mishaps().happens(1)) {
            throw new SquareUnavailable("Square has a moment (simulated).");
        }
        return ++answers;
    }

    private static boolean isIn(Slice slice, SquareObject object) {
        Instant changedAt = object.now().changedAt();
        boolean early = object.kind().hasStart() && slice.from() != null && changedAt.isBefore(slice.from());
        boolean late = object.kind().hasEnd() && changedAt.isAfter(Objects.requireNonNull(slice.to()));
        return slice.locationIds().contains(object.partition()) && !early && !late;
    }

    private static RawJson body(Kind kind, List<SquareObject> page) {
        String list = page.stream().map(object -> object.now().json()).collect(Collectors.joining(","));
        return RawJson.of("{\"" + kind.listName() + "\":[" + list + "]}");
    }
}
