update {table}
set deleted_at = :now, swept_at = :now, synced_at = :now
where deleted_at is null and {object id} = any (:ids)
