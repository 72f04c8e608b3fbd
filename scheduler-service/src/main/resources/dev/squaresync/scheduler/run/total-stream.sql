update streams s
set pages     = total.pages,
    inserted  = total.inserted,
    updated   = total.updated,
    unchanged = total.unchanged,
    deleted   = total.deleted,
    parked    = total.parked
from (
    select count(*)                      as pages,
           coalesce(sum(p.inserted), 0)  as inserted,
           coalesce(sum(p.updated), 0)   as updated,
           coalesce(sum(p.unchanged), 0) as unchanged,
           coalesce(sum(p.deleted), 0)   as deleted,
           coalesce(sum(p.parked), 0)    as parked
    from pages p
    where p.run_id = :runId
      and p.data_type = :dataType
) total
where s.run_id = :runId
  and s.data_type = :dataType
  and s.ended_at is not null
