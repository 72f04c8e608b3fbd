delete from idempotency_keys
where (caller, key) in (
    select caller, key
    from idempotency_keys
    where created_at <= :expired
    for update skip locked
)
