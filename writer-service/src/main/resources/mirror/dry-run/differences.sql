-- What the run wrote into the shadow, beside what the mirror holds; changes before additions.
select
    concat_ws(':', {shadow.key}) as object_id,
    shadow.raw::text as after,
    stored.raw::text as before,
    shadow.deleted_at is not null as is_deleted
from pg_temp.{table} as shadow
left join square.{table} as stored on ({stored.key}) = ({shadow.key})
where shadow.run_id = :runId
order by stored.raw is null, {shadow.key}
limit :limit
