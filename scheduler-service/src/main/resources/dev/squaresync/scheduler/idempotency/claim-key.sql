-- Waits for a transaction that has just taken the same key: its end decides whether there is a row.
insert into idempotency_keys as kept (caller, key, request, created_at)
values (:caller, :key, :request, :now)
on conflict (caller, key) do update
set request    = excluded.request,
    run_id     = null,
    created_at = excluded.created_at
where kept.created_at <= :expired
