-- A sync that needed no scheduler enters the history afterwards, and counts as what it has proven.
alter table sync_runs
    drop constraint sync_runs_trigger_check,
    add constraint sync_runs_trigger_check check (trigger in ('schedule', 'request', 'direct'));

comment on column sync_runs.trigger is
    'schedule: its time had come; request: a person or a program asked for it; direct: made without broker and scheduler, and recorded afterwards.';

-- With the rights of the scheduler, so that the writer's role can do this, and nothing else, in this schema. The search path
-- names the temporary tables last: they are the caller's.
create function record_direct_run(direct jsonb) returns void
language plpgsql
security definer
set search_path = scheduler, pg_temp
as $$
declare
    recorded_run uuid := (direct ->> 'id')::uuid;
    recorded_at  timestamptz := clock_timestamp();
    stream       record;
begin
    insert into sync_runs (
        id, state, trigger, requested_by, full_history, since, requested_at, started_at, ended_at
    )
    select recorded_run,
           'COMPLETED',
           'direct',
           direct ->> 'requested_by',
           bool_and(s.window_from is null),
           case when count(distinct s.window_from) = 1 and bool_and(s.window_from is not null) then min(s.window_from) end,
           (direct ->> 'started_at')::timestamptz,
           (direct ->> 'started_at')::timestamptz,
           (direct ->> 'ended_at')::timestamptz
    from jsonb_to_recordset(direct -> 'streams') as s (window_from timestamptz)
    on conflict (id) do nothing;
    if not found then
        return;
    end if;

    insert into streams (
        run_id, data_type, state, window_from, window_to, moved_at, planned_at, ended_at,
        pages, inserted, updated, unchanged, deleted, parked
    )
    select recorded_run,
           s.data_type,
           'COMPLETED',
           s.window_from,
           s.window_to,
           (direct ->> 'ended_at')::timestamptz,
           (direct ->> 'started_at')::timestamptz,
           (direct ->> 'ended_at')::timestamptz,
           count(p.fetch_id),
           coalesce(sum(p.inserted), 0),
           coalesce(sum(p.updated), 0),
           coalesce(sum(p.unchanged), 0),
           coalesce(sum(p.deleted), 0),
           coalesce(sum(p.parked), 0)
    from jsonb_to_recordset(direct -> 'streams')
             as s (data_type text, window_from timestamptz, window_to timestamptz)
    left join jsonb_to_recordset(direct -> 'pages')
             as p (fetch_id uuid, data_type text, inserted integer, updated integer, unchanged integer, deleted integer,
                   parked integer) on p.data_type = s.data_type
    group by s.data_type, s.window_from, s.window_to;

    insert into partitions (run_id, data_type, partition_id, label, completed_at)
    select recorded_run, p.data_type, p.partition_id, p.label, p.completed_at
    from jsonb_to_recordset(direct -> 'partitions')
             as p (data_type text, partition_id text, label text, completed_at timestamptz);

    insert into pages (
        fetch_id, run_id, data_type, partition_id, scan, number, cursor, next_cursor,
        inserted, updated, unchanged, deleted, parked, committed_at
    )
    select p.fetch_id, recorded_run, p.data_type, p.partition_id, p.scan, p.number, p.cursor, p.next_cursor,
           p.inserted, p.updated, p.unchanged, p.deleted, p.parked, p.committed_at
    from jsonb_to_recordset(direct -> 'pages')
             as p (fetch_id uuid, data_type text, partition_id text, scan integer, number integer, cursor text,
                   next_cursor text, inserted integer, updated integer, unchanged integer, deleted integer,
                   parked integer, committed_at timestamptz);

    for stream in
        select s.data_type,
               s.window_from,
               s.window_to - (direct ->> 'overlap')::interval as up_to
        from streams s
        where s.run_id = recorded_run
          -- A whole history without a single object proves nothing: it is more likely that Square's list was wrong.
          and not (s.window_from is null and s.inserted + s.updated + s.unchanged + s.deleted + s.parked = 0)
          and (s.window_from is null or s.window_from < s.window_to - (direct ->> 'overlap')::interval)
        order by s.data_type
    loop
        -- The same as in move-watermark.sql.
        insert into coverage (run_id, data_type, covered_from, covered_to, proven_at)
        values (recorded_run, stream.data_type, stream.window_from, stream.up_to, recorded_at);

        insert into watermarks as w (data_type, complete_from, complete_up_to, run_id, moved_at)
        values (stream.data_type, stream.window_from, stream.up_to, recorded_run, recorded_at)
        on conflict (data_type) do update
        set complete_from  = case
                                 when w.complete_from is null or excluded.complete_from is null then null
                                 else least(w.complete_from, excluded.complete_from)
                             end,
            complete_up_to = greatest(w.complete_up_to, excluded.complete_up_to),
            run_id         = excluded.run_id,
            moved_at       = excluded.moved_at
        where (excluded.complete_from is null or excluded.complete_from <= w.complete_up_to)
          and (w.complete_from is null or excluded.complete_up_to >= w.complete_from)
          and (excluded.complete_up_to > w.complete_up_to
               or coalesce(excluded.complete_from, '-infinity') < coalesce(w.complete_from, '-infinity'));
    end loop;

    update streams s
    set complete_up_to = w.complete_up_to
    from watermarks w
    where s.run_id = recorded_run
      and w.data_type = s.data_type;
end
$$;

comment on function record_direct_run(jsonb) is
    'Enters a sync that was made without the scheduler into the history, with what it has proven. Once: the second time nothing happens.';

revoke all on function record_direct_run(jsonb) from public;

do $$
begin
    if exists (select from pg_roles where rolname = 'writer') then
        grant usage on schema scheduler to writer;
        grant execute on function scheduler.record_direct_run(jsonb) to writer;
    end if;
end
$$;
