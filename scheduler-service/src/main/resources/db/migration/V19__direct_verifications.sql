-- A comparison that needed no scheduler enters the history afterwards, so that what it found is known, and what it repaired is no
-- trouble any more. With the rights of the scheduler, as record_direct_run.
create function record_direct_verification(direct jsonb) returns void
language plpgsql
security definer
set search_path = scheduler, pg_temp
as $$
declare
    recorded_run uuid := (direct ->> 'id')::uuid;
begin
    insert into sync_runs (
        id, kind, state, trigger, requested_by, full_history, requested_at, started_at, ended_at
    )
    select recorded_run,
           'verify',
           case
               when bool_and(s.repaired = s.found) then 'COMPLETED'
               when bool_or(s.repaired = s.found) then 'PARTIAL'
               else 'FAILED'
           end,
           'direct',
           direct ->> 'requested_by',
           true,
           min(s.started_at),
           min(s.started_at),
           max(s.ended_at)
    from jsonb_to_recordset(direct -> 'streams')
             as s (found integer, repaired integer, started_at timestamptz, ended_at timestamptz)
    having count(*) > 0
    on conflict (id) do nothing;
    if not found then
        return;
    end if;

    insert into streams (
        run_id, data_type, state, window_to, moved_at, planned_at, ended_at,
        pages, inserted, updated, unchanged, deleted, parked, failure_code, failure_detail, failure_attempts
    )
    select recorded_run,
           s.data_type,
           case when s.repaired = s.found then 'COMPLETED' else 'FAILED' end,
           s.started_at,
           s.ended_at,
           s.started_at,
           s.ended_at,
           0, 0, 0, s.seen, 0, 0,
           case when s.repaired < s.found then 'not-as-in-square' end,
           case
               when s.repaired < s.found then format(
                   'The mirror does not hold %s of %s objects of %s as Square has them. To put them right: verify --data-type %s --repair.',
                   s.found - s.repaired, s.seen, s.data_type, s.data_type)
           end,
           case when s.repaired < s.found then 1 end
    from jsonb_to_recordset(direct -> 'streams')
             as s (data_type text, started_at timestamptz, ended_at timestamptz, seen integer, found integer, repaired integer);

    insert into verifications (
        run_id, data_type, complete_up_to, time_zone, repair, compared_at, seen, suspects, verdict_requested_at,
        judged_at, found, repaired
    )
    select recorded_run,
           s.data_type,
           s.complete_up_to,
           direct ->> 'time_zone',
           (direct ->> 'repair')::boolean,
           s.ended_at,
           s.seen,
           s.looked_up,
           s.ended_at,
           s.ended_at,
           s.found,
           s.repaired
    from jsonb_to_recordset(direct -> 'streams')
             as s (data_type text, complete_up_to timestamptz, ended_at timestamptz, seen integer, looked_up integer,
                   found integer, repaired integer);

    insert into verification_findings (run_id, data_type, object_id, kind, location_id, day)
    select recorded_run, f.data_type, f.object_id, f.kind, f.location_id, f.day
    from jsonb_to_recordset(direct -> 'findings')
             as f (data_type text, object_id text, kind text, location_id text, day date);

    insert into verification_days (
        run_id, data_type, day, location_id, location_name, objects, found, square_money, mirror_money
    )
    select recorded_run, d.data_type, d.day, d.location_id, d.location_name, d.objects, d.found, d.square_money, d.mirror_money
    from jsonb_to_recordset(direct -> 'days')
             as d (data_type text, day date, location_id text, location_name text, objects integer, found integer,
                   square_money bigint, mirror_money bigint);
end
$$;

comment on function record_direct_verification(jsonb) is
    'Enters a comparison that was made without the scheduler into the history. Once: the second time nothing happens.';

revoke all on function record_direct_verification(jsonb) from public;

do $$
begin
    if exists (select from pg_roles where rolname = 'writer') then
        grant execute on function scheduler.record_direct_verification(jsonb) to writer;
    end if;
end
$$;
