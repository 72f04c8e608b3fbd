package dev.squaresync.scheduler.desk.live;

import java.util.Map;

/**
 * Areas of a page that stay up to date. Its template is rendered for everybody who looks at the same, so it knows {@code shop}
 * but not {@code me}, and has no forms and no buttons. The content of each of its elements with {@code data-area} takes the place
 * of what the element with the same id in the page has.
 */
public interface LiveView {

    /** The name in the page's address for it: {@code /live?view=name}. */
    String name();

    /** Such as {@code desk/overview-live}. */
    String template();

    /**
     * What the template needs.
     *
     * @param parameters the other parameters of the address
     */
    Map<String, Object> model(Map<String, String> parameters);
}
