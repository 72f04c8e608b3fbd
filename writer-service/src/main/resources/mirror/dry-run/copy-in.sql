-- The rows of a page's objects as the mirror holds them now. A row that was copied earlier may have changed in the shadow since.
insert into pg_temp.{table}
select stored.*
from unnest({key arrays}) as sent ({key})
cross join lateral (
    select *
    from square.{table} as held
    where ({held.key}) = ({sent.key})
    limit 1
) as stored
on conflict do nothing
