-- Never regresses.
--
-- No object's rank (version, or time of change) ever goes down, what a newer version has deleted stays deleted when an older one
-- arrives late, no row disappears, and no watermark goes back. Pages are delivered more than once and in any order; the mirror
-- must end in the same state.
--
-- The past cannot be read from tables that only hold the present. Needs the watch (watch.sql), a set of triggers for tests that
-- writes down every such step in invariant_watch.regressions. It does not belong into production.
select problem, format('%s %s at %s', table_name, object_id, seen_at) as ids
from invariant_watch.regressions
