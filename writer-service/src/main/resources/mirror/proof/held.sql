select
        {object id} as object_id,
        cast(null as bigint) as version,
        digest,
        deleted_at,
        coalesce((raw ->> 'is_deleted')::boolean, false) as is_tombstone,
        fetched_at < :startedAt as is_in_window
    from {table}
