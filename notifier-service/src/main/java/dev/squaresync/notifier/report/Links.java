package dev.squaresync.notifier.report;

import org.springframework.stereotype.Component;

/** Where more can be seen: the scheduler's pages, as the reader reaches them. */
@Component
public final class Links {

    private final String base;

    Links(SchedulerSettings scheduler) {
        String url = scheduler.url().toString();
        this.base = url.endsWith("/") ? url : url + "/";
    }

    /** @param page such as {@code dead-letters}; empty: the overview */
    public String to(String page) {
        return base + page;
    }
}
