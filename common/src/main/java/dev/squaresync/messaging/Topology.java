package dev.squaresync.messaging;

import dev.squaresync.message.DataType;
import java.util.List;

/**
 * Every name on the broker, in one place. Renaming one is a breaking change: old and new versions of the services run side by
 * side during an upgrade, so a test pins the strings.
 *
 * <p>There is one topic exchange for each service that publishes. A consumer declares its own queues and the exchanges that it
 * binds them to; a producer declares its exchange only. Routing keys end in the data type, so that a queue for one data type
 * can be split off later without touching a producer.
 */
public final class Topology {

    public static final String SCHEDULER_EXCHANGE = "square-sync.scheduler";
    public static final String FETCHER_EXCHANGE = "square-sync.fetcher";
    public static final String WRITER_EXCHANGE = "square-sync.writer";
    public static final String NOTIFIER_EXCHANGE = "square-sync.notifier";

    public static final String SYNC_ENDED_KEY = "sync-ended";
    public static final String RUN_CANCELLED_KEY = "run-cancelled";
    public static final String DEPENDENCY_REPORTED_KEY = "dependency-reported";
    public static final String WORKER_SEEN_KEY = "worker-seen";
    public static final String DELIVERY_RETRIED_KEY = "delivery-retried";
    public static final String NOTICE_SENT_KEY = "notice-sent";
    public static final String CONDITION_REPORTED_KEY = "condition-reported";
    public static final String RUN_EXPECTED_KEY = "run-expected";

    /** The fetcher's queue of streams to plan. */
    public static final WorkQueue STREAMS_TO_PLAN = new WorkQueue(
            "square-sync.fetcher.streams", List.of(new WorkQueue.Source(SCHEDULER_EXCHANGE, "sync-requested.*")));

    /** The fetcher's queue of pages to fetch. */
    public static final WorkQueue PAGES_TO_FETCH = new WorkQueue(
            "square-sync.fetcher.pages",
            List.of(
                    new WorkQueue.Source(FETCHER_EXCHANGE, "fetch-page.*"),
                    new WorkQueue.Source(WRITER_EXCHANGE, "fetch-page.*")));

    /** The writer's queue of pages to write. */
    public static final WorkQueue PAGES_TO_WRITE = new WorkQueue(
            "square-sync.writer.pages", List.of(new WorkQueue.Source(FETCHER_EXCHANGE, "page-fetched.*")));

    /** The writer's queue of what to do with what the mirror holds; apart, so that nothing stands behind many pages. */
    public static final WorkQueue COMMANDS_TO_WRITER = new WorkQueue(
            "square-sync.writer.commands",
            List.of(
                    new WorkQueue.Source(SCHEDULER_EXCHANGE, "roll-back.*"),
                    new WorkQueue.Source(SCHEDULER_EXCHANGE, "sweep-requested.*"),
                    new WorkQueue.Source(SCHEDULER_EXCHANGE, "comparison-requested.*"),
                    new WorkQueue.Source(SCHEDULER_EXCHANGE, "verdict-requested.*")));

    /** The scheduler's queue of what happened to its runs. */
    public static final WorkQueue PROGRESS = new WorkQueue(
            "square-sync.scheduler.progress",
            List.of(
                    new WorkQueue.Source(FETCHER_EXCHANGE, "stream-planned.*"),
                    new WorkQueue.Source(WRITER_EXCHANGE, "page-committed.*"),
                    new WorkQueue.Source(WRITER_EXCHANGE, "rolled-back.*"),
                    new WorkQueue.Source(WRITER_EXCHANGE, "stream-swept.*"),
                    new WorkQueue.Source(WRITER_EXCHANGE, "stream-compared.*"),
                    new WorkQueue.Source(WRITER_EXCHANGE, "stream-verified.*"),
                    new WorkQueue.Source(FETCHER_EXCHANGE, DEPENDENCY_REPORTED_KEY),
                    new WorkQueue.Source(WRITER_EXCHANGE, DEPENDENCY_REPORTED_KEY),
                    new WorkQueue.Source(NOTIFIER_EXCHANGE, DEPENDENCY_REPORTED_KEY)));

    /** The notifier's queue of runs that have ended. */
    public static final WorkQueue ENDED_RUNS = new WorkQueue(
            "square-sync.notifier.runs", List.of(new WorkQueue.Source(SCHEDULER_EXCHANGE, SYNC_ENDED_KEY)));

    /**
     * The notifier's queue of what it watches: conditions, the next runs, and the figures of those that have ended. Apart from the
     * ends that it must tell, so that neither stands behind the other.
     */
    public static final WorkQueue WATCHED = new WorkQueue(
            "square-sync.notifier.watch",
            List.of(
                    new WorkQueue.Source(SCHEDULER_EXCHANGE, CONDITION_REPORTED_KEY),
                    new WorkQueue.Source(FETCHER_EXCHANGE, CONDITION_REPORTED_KEY),
                    new WorkQueue.Source(WRITER_EXCHANGE, CONDITION_REPORTED_KEY),
                    new WorkQueue.Source(SCHEDULER_EXCHANGE, RUN_EXPECTED_KEY),
                    new WorkQueue.Source(SCHEDULER_EXCHANGE, SYNC_ENDED_KEY)));

    /** The notifier's queue of the schedulers' signs of life: it tells of a run that is missed because none is alive. */
    public static final NewsQueue SIGNS_OF_LIFE = new NewsQueue(
            "square-sync.notifier.signs", List.of(new WorkQueue.Source(SCHEDULER_EXCHANGE, WORKER_SEEN_KEY)));

    /** The scheduler's queue of what it only shows to people; apart, so that a heartbeat never stands behind many pages. */
    public static final NewsQueue NEWS = new NewsQueue(
            "square-sync.scheduler.news",
            List.of(
                    new WorkQueue.Source(SCHEDULER_EXCHANGE, WORKER_SEEN_KEY),
                    new WorkQueue.Source(FETCHER_EXCHANGE, WORKER_SEEN_KEY),
                    new WorkQueue.Source(WRITER_EXCHANGE, WORKER_SEEN_KEY),
                    new WorkQueue.Source(NOTIFIER_EXCHANGE, WORKER_SEEN_KEY),
                    new WorkQueue.Source(SCHEDULER_EXCHANGE, DELIVERY_RETRIED_KEY),
                    new WorkQueue.Source(FETCHER_EXCHANGE, DELIVERY_RETRIED_KEY),
                    new WorkQueue.Source(WRITER_EXCHANGE, DELIVERY_RETRIED_KEY),
                    new WorkQueue.Source(NOTIFIER_EXCHANGE, DELIVERY_RETRIED_KEY),
                    new WorkQueue.Source(NOTIFIER_EXCHANGE, NOTICE_SENT_KEY)));

    /** All queues that are worked off with a retry ladder. */
    public static final List<WorkQueue> WORK_QUEUES =
            List.of(STREAMS_TO_PLAN, PAGES_TO_FETCH, PAGES_TO_WRITE, COMMANDS_TO_WRITER, PROGRESS, ENDED_RUNS, WATCHED);

    private Topology() {}

    public static String syncRequestedKey(DataType dataType) {
        return "sync-requested." + dataType.name();
    }

    public static String streamPlannedKey(DataType dataType) {
        return "stream-planned." + dataType.name();
    }

    public static String fetchPageKey(DataType dataType) {
        return "fetch-page." + dataType.name();
    }

    public static String pageFetchedKey(DataType dataType) {
        return "page-fetched." + dataType.name();
    }

    public static String pageCommittedKey(DataType dataType) {
        return "page-committed." + dataType.name();
    }

    public static String rollBackKey(DataType dataType) {
        return "roll-back." + dataType.name();
    }

    public static String rolledBackKey(DataType dataType) {
        return "rolled-back." + dataType.name();
    }

    public static String sweepRequestedKey(DataType dataType) {
        return "sweep-requested." + dataType.name();
    }

    public static String streamSweptKey(DataType dataType) {
        return "stream-swept." + dataType.name();
    }

    public static String comparisonRequestedKey(DataType dataType) {
        return "comparison-requested." + dataType.name();
    }

    public static String streamComparedKey(DataType dataType) {
        return "stream-compared." + dataType.name();
    }

    public static String verdictRequestedKey(DataType dataType) {
        return "verdict-requested." + dataType.name();
    }

    public static String streamVerifiedKey(DataType dataType) {
        return "stream-verified." + dataType.name();
    }

    /** @param service such as {@code fetcher} */
    static String exchangeOf(String service) {
        return "square-sync." + service;
    }
}
