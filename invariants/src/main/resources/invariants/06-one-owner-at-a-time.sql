-- One owner at a time.
--
-- A data type is synced by one run at a time: no stream is active while a newer one of its data type was started, and a run has
-- ended exactly when all of its streams have. Two runs of one data type would ask Square for everything twice and each take
-- the other's pages for progress.
with active as (
    select stream.run_id, stream.data_type, run.requested_at
    from scheduler.streams as stream
    join scheduler.sync_runs as run on run.id = stream.run_id
    where stream.state in ('REQUESTED', 'RUNNING')
)
select 'a stream is active although a newer one of its data type was started' as problem,
    format('run %s, %s; newer: run %s', active.run_id, active.data_type, newer.run_id) as ids
from active
join scheduler.streams as newer on newer.data_type = active.data_type and newer.run_id <> active.run_id
join scheduler.sync_runs as newer_run on newer_run.id = newer.run_id
where (newer_run.requested_at, newer_run.id) > (active.requested_at, active.run_id)
    -- Made beside the scheduler, and recorded after its end: it owned nothing.
    and newer_run.trigger <> 'direct'
union all
select 'a run has ended and one of its streams is active', format('run %s, %s', active.run_id, active.data_type)
from active
join scheduler.sync_runs as run on run.id = active.run_id
where run.ended_at is not null
union all
select 'a run is active and none of its streams is', format('run %s', run.id)
from scheduler.sync_runs as run
where run.ended_at is null
    and not exists (select from active where active.run_id = run.id)
