-- It always ends.
--
-- No stream is active longer than the scheduler's hard limit allows (6 hours), no schedule waits for a time that has passed, and a
-- daily schedule starts one run for each local date, also on the days on which the clocks change. With
-- "set square_sync.at_rest = on", when nothing should be going on any more, no stream is active at all.
--
-- A schedule that was set to a later time of the day after its run was done has two on that date; so has one with several times a
-- day, which is therefore left out.
with settings as (
    select now() - case current_setting('square_sync.at_rest', true) when 'on' then interval '0' else interval '6 hours 15 minutes' end
        as ended_before
),
daily as (
    select data_type, coalesce(time_zone, 'UTC') as time_zone
    from scheduler.schedules
    where cron ~ '^\d+ \d+ \d+ '
)
select 'a stream does not end' as problem,
    format('run %s, %s is %s since %s', stream.run_id, stream.data_type, stream.state, run.requested_at) as ids
from scheduler.streams as stream
join scheduler.sync_runs as run on run.id = stream.run_id
cross join settings
where stream.state in ('REQUESTED', 'RUNNING') and run.requested_at < ended_before
union all
select 'a scheduled run was not started', format('%s was due at %s', data_type, next_due_at)
from scheduler.schedules
where not paused and next_due_at < now() - interval '15 minutes'
union all
select 'a data type had more than one scheduled run on a date',
    format('%s on %s: runs %s', stream.data_type, started.local_date, string_agg(run.id::text, ', ' order by run.requested_at))
from scheduler.sync_runs as run
join scheduler.streams as stream on stream.run_id = run.id
join daily using (data_type)
cross join lateral (select (run.requested_at at time zone daily.time_zone)::date as local_date) as started
where run.trigger = 'schedule' and run.kind = 'sync'
group by stream.data_type, started.local_date
having count(*) > 1
