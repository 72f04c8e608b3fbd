package dev.squaresync.scheduler.desk.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What open pages listen to. */
@Controller
class LiveController {

    private static final int MOST_PARAMETERS = 8;
    private static final int LONGEST_PARAMETER = 100;

    private final Map<String, LiveView> views;
    private final LiveHub hub;

    LiveController(List<LiveView> views, LiveHub hub) {
        this.views = views.stream().collect(Collectors.toMap(LiveView::name, Function.identity()));
        this.hub = hub;
    }

    @GetMapping("/live")
    ResponseEntity<SseEmitter> live(@RequestParam Map<String, String> parameters) {
        Map<String, String> others = new HashMap<>(parameters);
        LiveView view = views.get(String.valueOf(others.remove("view")));
        if (view == null || !isShort(others) || !hub.isRunning()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                // A proxy that collects what it passes on would make live areas late.
                .header("X-Accel-Buffering", "no")
                .body(hub.open(new LiveKey(view, others)));
    }

    /** For a page that has lost its connection: is somebody still signed in? Nobody else gets here. */
    @GetMapping("/live/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void session() {}

    private static boolean isShort(Map<String, String> parameters) {
        return parameters.size() <= MOST_PARAMETERS
                && parameters.values().stream().allMatch(value -> value != null && value.length() <= LONGEST_PARAMETER);
    }
}
