insert into workers as known (service, instance, version, started_at, seen_at)
values (:service, :instance, :version, :startedAt, :now)
on conflict (service, instance) do update
set version    = excluded.version,
    started_at = excluded.started_at,
    seen_at    = greatest(known.seen_at, excluded.seen_at)
