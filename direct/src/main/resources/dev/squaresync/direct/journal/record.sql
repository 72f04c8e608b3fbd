-- Gives a run that has ended to the scheduler's history, with everything that its pages prove.
select scheduler.record_direct_run(jsonb_build_object(
    'id', run.id,
    'requested_by', run.requested_by,
    'started_at', run.started_at,
    'ended_at', run.ended_at,
    'overlap', :overlap,
    'streams', (
        select jsonb_agg(jsonb_build_object(
            'data_type', data_type,
            'window_from', window_from,
            'window_to', window_to
        ))
        from direct_streams
        where run_id = run.id
    ),
    'partitions', (
        select jsonb_agg(jsonb_build_object(
            'data_type', data_type,
            'partition_id', partition_id,
            'label', label,
            'completed_at', completed_at
        ))
        from direct_partitions
        where run_id = run.id
    ),
    'pages', (
        select jsonb_agg(jsonb_build_object(
            'fetch_id', page.fetch_id,
            'data_type', page.data_type,
            'partition_id', page.partition_id,
            'scan', page.scan,
            'number', page.number,
            'cursor', page.cursor,
            'next_cursor', page.next_cursor,
            'inserted', receipt.inserted,
            'updated', receipt.updated,
            'unchanged', receipt.unchanged,
            'deleted', receipt.deleted,
            'parked', receipt.parked,
            'committed_at', receipt.committed_at
        ))
        from direct_pages as page
        join page_receipts as receipt using (fetch_id)
        where page.run_id = run.id
    )
))
from direct_runs as run
where run.id = :runId and run.ended_at is not null
