select {object id} as object_id, deleted_at, fetched_at, raw
    from {table}
    where {object id} in (select s.object_id from proof_suspects as s where s.data_type = :dataType)
