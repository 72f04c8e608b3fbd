package dev.squaresync.scheduler.desk;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the next page says about what was just done.
 *
 * @param link where to go on; null: nowhere
 * @param linkText null if there is no link
 */
public record Flash(
        boolean refused,
        String text,
        @Nullable String link,
        @Nullable String linkText) implements Serializable {

    private static final String NAME = "flash";

    public static Flash done(String text) {
        return new Flash(false, text, null, null);
    }

    public static Flash refused(String text) {
        return new Flash(true, text, null, null);
    }

    public Flash withLink(String address, String text) {
        return new Flash(refused, this.text, address, text);
    }

    public void addTo(RedirectAttributes redirect) {
        redirect.addFlashAttribute(NAME, this);
    }
}
