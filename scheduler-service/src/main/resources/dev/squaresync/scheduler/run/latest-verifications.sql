select distinct on (v.data_type)
       v.run_id,
       v.data_type,
       v.complete_up_to,
       v.time_zone,
       v.repair,
       v.compared_at,
       coalesce(v.seen, 0)     as seen,
       coalesce(v.suspects, 0) as suspects,
       v.verdict_requested_at,
       v.judged_at,
       v.found,
       v.repaired
from verifications v
where v.judged_at is not null
order by v.data_type, v.judged_at desc
