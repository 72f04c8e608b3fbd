insert into watch as w (awake_since, looked_at)
values (:now, :now)
on conflict (only_row) do update
set awake_since = case when w.looked_at < :breakSince then excluded.awake_since else w.awake_since end,
    looked_at   = greatest(w.looked_at, excluded.looked_at)
returning awake_since
