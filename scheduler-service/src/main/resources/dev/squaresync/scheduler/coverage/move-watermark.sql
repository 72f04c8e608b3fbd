-- The watermark's stretch only grows: a stream that is completed late, when newer ones have long been, changes nothing.
with proven as (
    insert into coverage (run_id, data_type, covered_from, covered_to, proven_at)
    values (:runId, :dataType, :from, :upTo, :now)
    on conflict (run_id, data_type) do nothing
)
insert into watermarks as w (data_type, complete_from, complete_up_to, run_id, moved_at)
values (:dataType, :from, :upTo, :runId, :now)
on conflict (data_type) do update
set complete_from  = case
                         when w.complete_from is null or excluded.complete_from is null then null
                         else least(w.complete_from, excluded.complete_from)
                     end,
    complete_up_to = greatest(w.complete_up_to, excluded.complete_up_to),
    run_id         = excluded.run_id,
    moved_at       = excluded.moved_at
where (excluded.complete_from is null or excluded.complete_from <= w.complete_up_to)
  and (w.complete_from is null or excluded.complete_up_to >= w.complete_from)
  and (excluded.complete_up_to > w.complete_up_to
       or coalesce(excluded.complete_from, '-infinity') < coalesce(w.complete_from, '-infinity'))
