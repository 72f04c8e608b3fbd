select
        id as object_id,
        version,
        digest,
        deleted_at,
        false as is_tombstone,
        fetched_at < :startedAt
            and updated_at <= :completeUpTo
            and (cast(:from as timestamptz) is null or updated_at >= :from) as is_in_window
    from orders
