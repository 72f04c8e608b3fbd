-- A roll-back has no pages: what it did is what the writer answered. What a sweep deleted or a verification
-- repaired comes on top of the pages.
update streams s
set pages     = total.pages,
    inserted  = total.inserted + other.inserted,
    updated   = total.updated + other.updated,
    unchanged = total.unchanged + other.unchanged,
    deleted   = total.deleted + other.deleted,
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
) total,
(
    select coalesce(sum(a.inserted), 0)  as inserted,
           coalesce(sum(a.updated), 0)   as updated,
           coalesce(sum(a.unchanged), 0) as unchanged,
           coalesce(sum(a.deleted), 0)   as deleted
    from (
        select r.reinserted as inserted, r.restored as updated, r.skipped as unchanged, r.removed as deleted
        from rolled_back_streams r
        join rollbacks b on b.run_id = r.run_id and not b.dry_run
        where r.run_id = :runId
          and r.data_type = :dataType
        union all
        select 0, 0, 0, w.deleted
        from sweeps w
        where w.run_id = :runId
          and w.data_type = :dataType
        union all
        select 0, v.repaired, 0, 0
        from verifications v
        where v.run_id = :runId
          and v.data_type = :dataType
    ) a
) other
where s.run_id = :runId
  and s.data_type = :dataType
  and s.ended_at is not null
