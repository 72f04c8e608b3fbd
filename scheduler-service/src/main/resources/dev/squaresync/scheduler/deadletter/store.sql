-- One statement, because the row of a replay is locked until its publisher commits, and the replayed message may have died by
-- then: what is decided here must be decided from the row as it is after that.
insert into dead_letters (id, fingerprint, state, queue, wire_type, code, reason, attempts, headers, body,
                          run_id, data_type, partition_id, trace_id, first_seen_at, last_seen_at)
values (:id, :fingerprint, 'OPEN', :queue, :wireType, :code, :reason, :attempts, cast(:headers as jsonb), :body,
        :runId, :dataType, :partitionId, :traceId, :now, :now)
on conflict (fingerprint) do update
set last_seen_at = excluded.last_seen_at,
    state        = case dead_letters.state when 'REPLAYED' then 'OPEN' else dead_letters.state end,
    code         = case dead_letters.state when 'REPLAYED' then excluded.code else dead_letters.code end,
    reason       = case dead_letters.state when 'REPLAYED' then excluded.reason else dead_letters.reason end,
    attempts     = case dead_letters.state when 'REPLAYED' then excluded.attempts else dead_letters.attempts end
