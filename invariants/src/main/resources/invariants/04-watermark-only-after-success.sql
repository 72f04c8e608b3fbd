-- The watermark moves only after success.
--
-- What a watermark or a row of coverage promises is what the next incremental run does not read again. So a promise may come only
-- from a completed stream, not before its last partition was whole, and not beyond the stream's window. That a watermark does not
-- fall back behind what was proven is checked against what each stream found at its end.
select 'coverage is claimed by a stream that is not completed' as problem,
    format('run %s, %s is %s', proof.run_id, proof.data_type, coalesce(stream.state, 'unknown')) as ids
from scheduler.coverage as proof
left join scheduler.streams as stream using (run_id, data_type)
where stream.state is distinct from 'COMPLETED'
union all
select 'coverage reaches beyond the window of its stream',
    format('run %s, %s: covered %s to %s', proof.run_id, proof.data_type, proof.covered_from, proof.covered_to)
from scheduler.coverage as proof
join scheduler.streams as stream using (run_id, data_type)
join scheduler.sync_runs as run on run.id = stream.run_id
where proof.covered_to > least(stream.window_to, run.requested_at)
    or coalesce(proof.covered_from, '-infinity') < coalesce(stream.window_from, '-infinity')
union all
select 'coverage was claimed before the last partition was whole',
    format('run %s, %s: claimed at %s, whole at %s', proof.run_id, proof.data_type, proof.proven_at, max(part.completed_at))
from scheduler.coverage as proof
join scheduler.partitions as part using (run_id, data_type)
group by proof.run_id, proof.data_type, proof.proven_at
having proof.proven_at < max(part.completed_at)
union all
select 'a watermark is later than anything that is covered',
    format('%s: %s, last moved by run %s', mark.data_type, mark.complete_up_to, mark.run_id)
from scheduler.watermarks as mark
where not exists (
    select
    from scheduler.coverage as proof
    where proof.data_type = mark.data_type and proof.covered_to >= mark.complete_up_to
)
union all
select 'a watermark reaches further back than anything that is covered',
    format('%s: from %s', mark.data_type, coalesce(mark.complete_from::text, 'the beginning'))
from scheduler.watermarks as mark
where not exists (
    select
    from scheduler.coverage as proof
    where proof.data_type = mark.data_type
        and coalesce(proof.covered_from, '-infinity') <= coalesce(mark.complete_from, '-infinity')
)
union all
select 'a watermark has gone back behind what a stream found at its end',
    format('%s: %s, but run %s ended with %s', mark.data_type, mark.complete_up_to, stream.run_id, stream.complete_up_to)
from scheduler.watermarks as mark
join scheduler.streams as stream using (data_type)
where stream.complete_up_to > mark.complete_up_to
