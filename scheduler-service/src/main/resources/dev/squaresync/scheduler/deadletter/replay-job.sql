-- A dead letter that another replay has taken over since counts as published: this job did its part.
select j.id,
       j.who,
       j.asked,
       j.started_at,
       j.total,
       mine.waiting,
       j.total - mine.waiting - mine.failed_again as published,
       mine.failed_again
from replay_jobs j
cross join lateral (
    select count(*) filter (where d.state = 'REPLAYING')::integer               as waiting,
           count(*) filter (where d.state in ('OPEN', 'DISCARDED'))::integer    as failed_again
    from dead_letters d
    where d.replay_job_id = j.id
) mine
where j.id = :id
