-- Gives objects the states back that are kept under these ids: the columns are made from raw by the SQL that makes them of a page.
-- Where there is no row one is put, with an entry that says so, since an insert leaves none by itself.
with state as materialized (
    select kept.*, kept.id = any (:absent) as is_absent
    from previous_states as kept
    where kept.table_name = :table and kept.id = any (:ids)
),
element as materialized (
    select raw || '{}' as raw, digest
    from state
),
object as (
    {objects}
),
put as (
    insert into {table} as stored ({columns}, synced_at, run_id, fetched_at, swept_at)
    select {restored columns}, state.synced_at, state.run_id, state.fetched_at, state.swept_at
    from object
    join state on state.key = array[{object.key}]
    order by {object.key}
    on conflict ({key}) do update
    set {assignments},
        synced_at = excluded.synced_at,
        run_id = excluded.run_id,
        fetched_at = excluded.fetched_at,
        swept_at = excluded.swept_at
    where not exists (select from state as wanted where wanted.key = array[{excluded.key}] and wanted.is_absent)
    returning {object id} as object_id, array[{stored.key}] as key
),
noted as (
    insert into previous_states (table_name, key, changed_by, changed_at, is_removal)
    select :table, state.key, :runId, clock_timestamp(), false
    from put
    join state on state.key = put.key
    where state.is_absent
)
select object_id
from put
