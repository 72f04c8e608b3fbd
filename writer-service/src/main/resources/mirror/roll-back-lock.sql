select count(*)
from (
    select
    from {table} as stored
    where ({stored.key}) in (select * from unnest({key arrays}))
    order by {stored.key}
    for update
) as locked
