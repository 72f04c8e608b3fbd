select *
from dead_letters
where %s
  and (cast(:before as uuid) is null
       or (first_seen_at, id) < (select b.first_seen_at, b.id from dead_letters b where b.id = cast(:before as uuid)))
order by first_seen_at desc, id desc
limit :limit
