package dev.squaresync.scheduler.condition;

import java.util.List;
import java.util.Set;

/** Finds conditions of some kinds. */
interface ConditionSource {

    /** All kinds that it finds: what it does not find any more is over. */
    Set<String> kinds();

    List<Condition> now();

    /** Whether it is asked each second, and not only now and then. */
    default boolean urgent() {
        return false;
    }
}
