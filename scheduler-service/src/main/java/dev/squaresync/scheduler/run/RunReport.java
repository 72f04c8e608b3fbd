package dev.squaresync.scheduler.run;

import java.util.List;

/** A run with its streams, in the order of their names. */
public record RunReport(SyncRun run, List<StreamReport> streams) {}
