insert into dependencies as known (service, instance, dependency, up, since, detail, reported_at, heard_at)
values (:service, :instance, :dependency, :up, :since, :detail, :reportedAt, :now)
on conflict (service, instance, dependency) do update
set up          = excluded.up,
    since       = excluded.since,
    detail      = excluded.detail,
    reported_at = excluded.reported_at,
    heard_at    = excluded.heard_at
where excluded.reported_at >= known.reported_at
