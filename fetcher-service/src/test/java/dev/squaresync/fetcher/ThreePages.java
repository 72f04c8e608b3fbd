package dev.squaresync.fetcher;

import dev.squaresync.fetcher.ScriptedSquare.Answer;
import dev.squaresync.fetcher.ScriptedSquare.Asked;
import org.jspecify.annotations.Nullable;

/** A list of three pages, the cursors c1 and c2 between them. */
final class ThreePages {

    private ThreePages() {}

    /** Answers with the page that the request's cursor stands for. */
    static Answer answer(Asked request) {
        return ScriptedSquare.json(
                switch (request.cursor()) {
                    case "" -> text(1, "c1");
                    case "c1" -> text(2, "c2");
                    case "c2" -> text(3, null);
                    default -> throw new IllegalArgumentException(request.cursor());
                });
    }

    /** With spaces and an unknown field, which must come through as they are. */
    static String text(int number, @Nullable String cursor) {
        String next = cursor == null ? "" : ", \"cursor\" : \"" + cursor + "\"";
        return "{ \"objects\": [{\"id\": \"" + number + "\", \"never seen\": 1.50}]" + next + "}";
    }
}
