-- What a roll-back does, or has done, with each of some objects. The words in braces are those of upsert.sql.
--
-- The oldest state that the run has replaced is the one to restore. If there is none, or if that state was the run's own, the run
-- has brought the object in. An object is left as it is if anything but the run and this roll-back has changed it since: such a
-- change has left an entry, younger than the run's own or with the run's state as what was before; only an insert leaves none,
-- and shows in that a row stands where the run has left none.
select
    asked.number,
    own.first_id,
    case
        when own.was_there then case when own.removed then 'reinserted' else 'restored' end
        else 'removed'
    end as action,
    own.is_done,
    not own.is_done and (
        exists (
            select
            from previous_states as other
            where other.table_name = :table
                and other.key = array[{asked.key}]
                and other.changed_by is distinct from :ofRunId
                and other.changed_by is distinct from :runId
                and (other.id > own.first_id or other.run_id = :ofRunId)
        )
        or own.removed = exists (select from {table} as stored where ({stored.key}) = ({asked.key}))
    ) as is_touched
from unnest({key arrays}) with ordinality as asked ({key}, number),
lateral (
    select
        min(entry.id) filter (where entry.changed_by = :ofRunId) as first_id,
        coalesce(
            (array_agg(entry.raw is not null and entry.run_id <> :ofRunId order by entry.id)
                filter (where entry.changed_by = :ofRunId))[1],
            false) as was_there,
        coalesce(
            (array_agg(entry.is_removal order by entry.id desc) filter (where entry.changed_by = :ofRunId))[1],
            false) as removed,
        coalesce(bool_or(entry.changed_by = :runId), false) as is_done
    from previous_states as entry
    where entry.table_name = :table and entry.key = array[{asked.key}]
) as own
