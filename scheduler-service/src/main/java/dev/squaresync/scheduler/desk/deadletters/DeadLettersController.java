package dev.squaresync.scheduler.desk.deadletters;

import dev.squaresync.scheduler.deadletter.DeadLetterFilter;
import dev.squaresync.scheduler.deadletter.DeadLetterGroup;
import dev.squaresync.scheduler.deadletter.DeadLetterState;
import dev.squaresync.scheduler.deadletter.DeadLetters;
import dev.squaresync.scheduler.desk.Me;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The dead letters: by cause, and one by one. */
@Controller
class DeadLettersController {

    private static final DeadLetterFilter ALL = new DeadLetterFilter(null, null, null, null, null, null);

    private final DeadLettersAreas areas;
    private final DeadLetters deadLetters;

    DeadLettersController(DeadLettersAreas areas, DeadLetters deadLetters) {
        this.areas = areas;
        this.deadLetters = deadLetters;
    }

    @GetMapping("/dead-letters")
    String deadLetters(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute(name = "me", binding = false) Me me,
            Model model) {
        Map<String, String> asked = new HashMap<>(parameters);
        asked.remove("decide");
        if (me.operator()) {
            asked.put("decide", "yes");
        }
        model.addAllAttributes(areas.model(asked));
        List<DeadLetterGroup> causes = deadLetters.groups(ALL);
        model.addAttribute("codes", each(causes, DeadLetterGroup::code));
        model.addAttribute("dataTypes", each(causes, DeadLetterGroup::dataType));
        model.addAttribute("queues", each(causes, DeadLetterGroup::queue));
        model.addAttribute("wireTypes", each(causes, DeadLetterGroup::wireType));
        model.addAttribute("states", List.of(DeadLetterState.values()));
        return "desk/dead-letters";
    }

    /** What can be chosen in a filter: what there is. */
    private static List<String> each(List<DeadLetterGroup> causes, Function<DeadLetterGroup, @Nullable String> field) {
        return causes.stream()
                .map(field)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
