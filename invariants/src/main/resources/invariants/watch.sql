-- For tests only: writes down every step back of the mirror and of the watermarks, while it happens. Installing it again starts
-- anew.
drop schema if exists invariant_watch cascade;

create schema invariant_watch;

create table invariant_watch.regressions (
    id         bigint generated always as identity primary key,
    problem    text not null,
    table_name text not null,
    object_id  text not null,
    seen_at    timestamptz not null default clock_timestamp()
);

-- What a repair has made the mirror forget, to write it anew before it commits.
create table invariant_watch.forgotten (
    table_name text not null,
    object_id  text not null,
    rank       jsonb not null
);

-- With the watch's owner's rights: the services may not write here themselves.
create function invariant_watch.note(problem text, table_name text, object_id text) returns void
language sql security definer
as $$
    insert into invariant_watch.regressions (problem, table_name, object_id) values (problem, table_name, object_id)
$$;

-- What orders the states of an object, as jsonb arrays: they are of the same length, so they compare element by element.
create function invariant_watch.rank(table_name text, object jsonb) returns jsonb
language sql immutable
as $$
    select case table_name
        when 'orders' then jsonb_build_array(
            coalesce(extract(epoch from (object ->> 'updated_at')::timestamptz), -1),
            coalesce((object ->> 'version')::numeric, -1))
        when 'inventory_counts' then jsonb_build_array(
            coalesce(extract(epoch from (object ->> 'calculated_at')::timestamptz), -1))
        when 'locations' then '[]'::jsonb
        else jsonb_build_array(coalesce((object ->> 'version')::numeric, -1))
    end
$$;

create function invariant_watch.object_id(object jsonb) returns text
language sql immutable
as $$
    select coalesce(
        object ->> 'id', concat_ws(':', object ->> 'catalog_object_id', object ->> 'location_id', object ->> 'state'))
$$;

create function invariant_watch.object() returns trigger
language plpgsql security definer
as $$
declare
    old_row jsonb := to_jsonb(old) - 'raw';
    new_row jsonb;
    object_id text := invariant_watch.object_id(old_row);
    old_rank jsonb := invariant_watch.rank(tg_table_name, old_row);
    new_rank jsonb;
begin
    if tg_op = 'DELETE' then
        perform invariant_watch.note('an object disappeared', tg_table_name, object_id);
        return null;
    end if;
    new_row := to_jsonb(new) - 'raw';
    new_rank := invariant_watch.rank(tg_table_name, new_row);
    if new_row ->> 'fetched_at' = '-infinity' then
        insert into invariant_watch.forgotten values (tg_table_name, object_id, old_rank);
    elsif new_rank < old_rank then
        perform invariant_watch.note(format('an object fell from %s to %s', old_rank, new_rank), tg_table_name, object_id);
    elsif new_rank = old_rank and (new_row ->> 'fetched_at')::timestamptz < (old_row ->> 'fetched_at')::timestamptz then
        perform invariant_watch.note('an older answer replaced a newer one of the same version', tg_table_name, object_id);
    elsif new_rank = old_rank
        and old_row ->> 'deleted_at' is not null
        and new_row ->> 'deleted_at' is null
        and not invariant_watch.may_return(tg_table_name, new_row)
    then
        perform invariant_watch.note('a deleted object came back without a newer version', tg_table_name, object_id);
    end if;
    return null;
end
$$;

-- When the repair commits, the object must be at least as new as what was forgotten.
create function invariant_watch.remembered() returns trigger
language plpgsql security definer
as $$
declare
    present jsonb;
begin
    execute format(
        'select to_jsonb(o) - ''raw'' from square.%I as o where invariant_watch.object_id(to_jsonb(o) - ''raw'') = $1',
        new.table_name)
    into present
    using new.object_id;
    if present is null
        or present ->> 'fetched_at' = '-infinity'
        or invariant_watch.rank(new.table_name, present) < new.rank
    then
        perform invariant_watch.note('a repair has made an object older, or forgotten it', new.table_name, new.object_id);
    end if;
    return null;
end
$$;

create constraint trigger remembered after insert on invariant_watch.forgotten
deferrable initially deferred
for each row execute function invariant_watch.remembered();

-- A variation that was deleted with its item returns when a newer version of the item does.
create function invariant_watch.may_return(table_name text, variation jsonb) returns boolean
language sql stable
as $$
    select table_name = 'catalog_item_variations'
        and exists (
            select
            from square.catalog_items as item
            where item.id = variation ->> 'item_id'
                and item.deleted_at is null
                and item.version >= coalesce((variation ->> 'version')::bigint, -1)
        )
$$;

create function invariant_watch.watermark() returns trigger
language plpgsql security definer
as $$
begin
    if tg_op = 'DELETE' then
        perform invariant_watch.note('a watermark disappeared', tg_table_name, old.data_type);
    elsif new.complete_up_to < old.complete_up_to then
        perform invariant_watch.note(
            format('a watermark went back from %s to %s', old.complete_up_to, new.complete_up_to), tg_table_name, old.data_type);
    elsif coalesce(new.complete_from, '-infinity') > coalesce(old.complete_from, '-infinity') then
        perform invariant_watch.note(
            format('a watermark lost its past: from %s to %s', old.complete_from, new.complete_from), tg_table_name, old.data_type);
    end if;
    return null;
end
$$;

do $$
declare
    watched text;
begin
    foreach watched in array array[
        'locations', 'categories', 'catalog_items', 'catalog_item_variations', 'orders', 'inventory_counts'
    ] loop
        execute format(
            'create trigger invariant_watch after update or delete on square.%I for each row execute function invariant_watch.object()',
            watched);
    end loop;
end
$$;

create trigger invariant_watch after update or delete on scheduler.watermarks
for each row execute function invariant_watch.watermark();
