select r.*
from sync_runs r
where %s
  and (cast(:before as uuid) is null
       or (r.requested_at, r.id) < (select b.requested_at, b.id from sync_runs b where b.id = cast(:before as uuid)))
order by r.requested_at desc, r.id desc
limit :limit
