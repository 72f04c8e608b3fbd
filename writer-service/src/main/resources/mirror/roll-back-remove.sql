delete from {table} as stored
where ({stored.key}) in (select * from unnest({key arrays}))
returning {object id} as object_id
