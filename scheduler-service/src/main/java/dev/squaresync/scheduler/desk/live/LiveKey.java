package dev.squaresync.scheduler.desk.live;

import java.util.Map;

/** What an open page looks at. Pages with the same key see the same. */
record LiveKey(LiveView view, Map<String, String> parameters) {

    LiveKey {
        parameters = Map.copyOf(parameters);
    }
}
