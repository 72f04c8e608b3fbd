select w.data_type, w.complete_from, w.complete_up_to, w.run_id, first.gap_from, first.gap_to
from watermarks w
left join lateral (
    select g.gap_from, g.gap_to
    from coverage_gaps g
    where g.data_type = w.data_type
    order by g.gap_from nulls first
    limit 1
) first on true
where cast(:dataType as text) is null
   or w.data_type = :dataType
