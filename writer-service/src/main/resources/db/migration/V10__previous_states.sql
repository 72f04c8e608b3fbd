-- What the mirror held before it was changed, so that a run can be rolled back and a change explained. A day is a partition:
-- what is too old is dropped with its partition, and nothing bloats.
create table previous_states (
    id         bigint generated always as identity,
    table_name text not null,
    key        text[] not null,
    changed_by uuid,
    changed_at timestamptz not null,
    is_removal boolean not null,
    raw        jsonb,
    digest     uuid,
    synced_at  timestamptz,
    run_id     uuid,
    fetched_at timestamptz,
    deleted_at timestamptz,
    swept_at   timestamptz,
    constraint previous_states_are_whole check (num_nulls(raw, digest, synced_at, run_id, fetched_at) in (0, 5))
) partition by range (changed_at);

-- Takes what no day has been made for, so that no page ever fails for it. The writer sorts it into days.
create table previous_states_of_other_days partition of previous_states default;

comment on table previous_states_of_other_days is 'The part of previous_states for which no day has been made yet.';

create index previous_states_by_change on previous_states (changed_by, table_name);
create index previous_states_by_object on previous_states (key, table_name);
create index previous_states_by_run on previous_states (run_id, table_name);

comment on table previous_states is
    'What rows of the mirror held before they were changed or deleted, kept for some weeks. A row that was inserted has no entry.';
comment on column previous_states.id is 'Rises with each change of the same object.';
comment on column previous_states.table_name is 'The table that was changed.';
comment on column previous_states.key is 'The key of the object, part by part.';
comment on column previous_states.changed_by is 'The run that made the change; null: it was made by hand.';
comment on column previous_states.is_removal is 'The change deleted the row.';
comment on column previous_states.raw is 'As it was before; null: there was no row, and a roll-back put it back.';
comment on column previous_states.synced_at is 'As it was before, as the next columns.';

create table previous_states_kept (
    only_row boolean primary key default true check (only_row),
    since    timestamptz not null
);

comment on table previous_states_kept is 'Every change since this time is in previous_states.';

insert into previous_states_kept (since) values (now());

do $$
declare
    name text;
begin
    if 'lz4' = any ((select enumvals from pg_settings where pg_settings.name = 'default_toast_compression')::text[]) then
        alter table previous_states alter column raw set compression lz4;
        alter table previous_states_of_other_days alter column raw set compression lz4;
    end if;
    foreach name in array array[
        'locations', 'categories', 'catalog_items', 'catalog_item_variations', 'orders', 'inventory_counts'
    ] loop
        execute format('alter table %I add column swept_at timestamptz', name);
        execute format(
            'comment on column %I.swept_at is %L',
            name,
            'When a listing of all there is no longer showed it; null: it was shown, or no listing was complete.');
    end loop;
end
$$;

-- Of one statement at once, and inside the database: exact also under races, and for what people change by hand.
create function keep_previous_states() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    execute format(
        'insert into %I.previous_states (
            table_name, key, changed_by, changed_at, is_removal, raw, digest, synced_at, run_id, fetched_at, deleted_at, swept_at
        )
        select
            $1, array[%s], $2, clock_timestamp(), $3, raw, digest, synced_at, run_id, fetched_at, deleted_at, swept_at
        from before',
        tg_table_schema,
        array_to_string(tg_argv, ', '))
    using tg_table_name, nullif(current_setting('square_sync.run_id', true), '')::uuid, tg_op = 'DELETE';
    return null;
end
$$;

do $$
declare
    mirrored record;
begin
    for mirrored in
        select *
        from (
            values
                ('locations', 'id'),
                ('categories', 'id'),
                ('catalog_items', 'id'),
                ('catalog_item_variations', 'id'),
                ('orders', 'id'),
                ('inventory_counts', 'catalog_object_id, location_id, state')
        ) as described (name, key)
    loop
        execute format(
            'create trigger keep_previous_states_of_updates after update on %I
            referencing old table as before for each statement execute function keep_previous_states(%s)',
            mirrored.name,
            quote_literal(mirrored.key));
        execute format(
            'create trigger keep_previous_states_of_deletes after delete on %I
            referencing old table as before for each statement execute function keep_previous_states(%s)',
            mirrored.name,
            quote_literal(mirrored.key));
    end loop;
end
$$;

alter table page_receipts add column seen bigint[];

comment on column page_receipts.seen is
    'Hashes of the keys of all objects in the page; null for data types that are not swept.';

-- Makes the days to come, and sorts into days what came while there were none.
create function make_days_of_previous_states() returns void
language plpgsql set timezone = 'UTC'
as $$
declare
    day  date;
    name text;
begin
    for day in
        select ahead::date from generate_series(current_date, current_date + 3, interval '1 day') as ahead
        union
        select changed_at::date from previous_states_of_other_days
    loop
        name := 'previous_states_of_' || to_char(day, 'YYYYMMDD');
        continue when to_regclass(name) is not null;
        execute format(
            'create table %I (
                like previous_states including defaults including constraints including storage including compression
            )',
            name);
        execute format('comment on table %I is %L', name, 'The part of previous_states of the day ' || day || ', UTC.');
        lock table previous_states_of_other_days in access exclusive mode;
        execute format(
            'with sorted as (
                delete from previous_states_of_other_days where changed_at >= %L and changed_at < %L returning *
            )
            insert into %I select * from sorted',
            day::timestamptz,
            (day + 1)::timestamptz,
            name);
        execute format(
            'alter table previous_states attach partition %I for values from (%L) to (%L)',
            name,
            day::timestamptz,
            (day + 1)::timestamptz);
    end loop;
end
$$;

-- Drops the days that have ended before so long; returns how many.
create function drop_days_of_previous_states(keep interval) returns integer
language plpgsql set timezone = 'UTC'
as $$
declare
    kept    record;
    dropped integer := 0;
begin
    for kept in
        select part.relname as name, to_date(right(part.relname, 8), 'YYYYMMDD') + 1 as ends
        from pg_inherits
        join pg_class as part on part.oid = inhrelid
        where inhparent = 'previous_states'::regclass and part.relname ~ '^previous_states_of_[0-9]{8}$'
        order by part.relname
    loop
        continue when kept.ends::timestamptz > now() - keep;
        update previous_states_kept set since = greatest(since, kept.ends::timestamptz);
        execute format('drop table %I', kept.name);
        dropped := dropped + 1;
    end loop;
    return dropped;
end
$$;

select make_days_of_previous_states();

create table sweep_receipts (
    run_id    uuid not null,
    data_type text not null,
    deleted   integer not null,
    missing   integer not null,
    held      integer not null,
    swept_at  timestamptz not null,
    primary key (run_id, data_type)
);

comment on table sweep_receipts is
    'One row for each full listing after which the mirror was searched for what it did not show. A search that is asked for again is recognised by it.';
comment on column sweep_receipts.missing is 'Objects that were too many to believe that they are deleted; 0: all that were missing are marked.';
comment on column sweep_receipts.held is 'Objects that existed before.';
