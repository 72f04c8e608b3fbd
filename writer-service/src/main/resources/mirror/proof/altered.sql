-- Rows whose columns are not what their own raw says: somebody has changed them by hand.
-- "|| '{}'" decompresses a row once instead of once for each column, and "offset 0" lets that happen row by row.
with element as not materialized (
    select raw || '{}' as raw, digest
    from {table}
    where deleted_at is null
    offset 0
),
expected as (
    {objects}
)
insert into proof_suspects (data_type, object_id, altered)
select :dataType, concat_ws(':', {stored.key}), true
from expected
join {table} as stored on ({stored.key}) = ({expected.key})
where stored.deleted_at is null
    and ({stored.plain columns}) is distinct from ({expected.plain columns})
on conflict (data_type, object_id) do update
set altered = true
