delete from retries
where at < :before
   or run_id = :runId
  and id <= (select r.id from retries r where r.run_id = :runId order by r.id desc offset :kept limit 1)
