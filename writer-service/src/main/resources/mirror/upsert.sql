-- Writes a page's objects into one table. The words in braces are filled in from the description of the table (class Table).
--
-- An object supersedes the stored one if its rank (Square's version, or time of change) is higher. Two states of the same
-- rank are ordered by when Square showed them, and if that is the same as well, by content, so that any order of pages
-- leads to the same end. What the mirror holds already is not rewritten, but that it was seen again is remembered in the
-- page's receipt ("confirmed"): otherwise an older answer, delivered late, could not be told from a newer one. An object that a
-- listing no longer showed, and that Square shows again, is written even if it has not changed.
--
-- Objects come one by one: a whole page takes jsonb more than twice as long to parse. Once parsed, an object is a value in
-- memory; taking fields from it decompresses nothing.
with element as materialized (
    select cast(convert_from(sent.object, 'UTF8') as jsonb) as raw, sent.digest
    from unnest(:objects, cast(:digests as uuid[])) as sent (object, digest)
),
object as (
    {objects}
),
-- The same object twice in a page: the higher rank wins.
newest as (
    select distinct on ({key}) *
    from object
    order by {key}, {rank descending}, raw desc
),
compared as materialized (
    select
        newest.*,
        stored.raw is not null and ({newest.rank}) = ({stored.rank}) and newest.raw = stored.raw
            and stored.swept_at is null as is_same,
        stored.raw is not null and ({newest.rank}) < ({stored.rank}) as is_outdated
    from newest
    -- "limit 1", here and in recognise.sql, makes PostgreSQL look up each key: while it knows little of a table that was
    -- empty a moment ago, it would read the whole of it for each page. A key is there once anyway.
    left join lateral (
        select *
        from {table} as held
        where ({held.key}) = ({newest.key})
        limit 1
    ) as stored on true
),
written as (
    insert into {table} as stored ({columns}, synced_at, run_id, fetched_at)
    select {columns}, :syncedAt, :runId, :fetchedAt
    from compared
    where not is_same and not is_outdated
    order by {key}
    on conflict ({key}) do update
    set {assignments}, synced_at = excluded.synced_at, run_id = excluded.run_id, fetched_at = excluded.fetched_at,
        swept_at = null
    where ({excluded.rank}) > ({stored.rank})
    or ({excluded.rank}) = ({stored.rank})
        and excluded.raw <> stored.raw
        and (excluded.fetched_at, excluded.raw) > (stored.fetched_at, stored.raw)
        and not exists (
            select
            from page_receipts as receipt
            where receipt.data_type = :dataType
                and receipt.fetched_at >= excluded.fetched_at
                and (receipt.fetched_at, stored.raw) > (excluded.fetched_at, excluded.raw)
                and hash_record_extended(row({stored.key}, {stored.rank}), 0) = any (receipt.confirmed)
        )
    or ({excluded.rank}) = ({stored.rank})
        and excluded.raw = stored.raw
        and excluded.fetched_at > stored.swept_at
    returning {object id} as object_id, xmax = 0 as is_new, deleted_at is not null as is_deleted
)
select
    (select count(*) from written where is_new and not is_deleted) as inserted,
    (select count(*) from written where not is_new and not is_deleted) as updated,
    (select count(*) from written where is_deleted) as deleted,
    (select coalesce(array_agg(object_id), '{}') from written where is_new) as new_ids,
    (select coalesce(array_agg(object_id), '{}') from written where not is_new) as changed_ids,
    (
        select coalesce(array_agg(hash_record_extended(row({compared.key}, {compared.rank}), 0)), '{}')
        from compared
        where is_same
    ) as confirmed
