-- The same content parks once; if it comes back after a better one it is open again.
insert into parked_objects (data_type, object_id, content_digest, run_id, fetch_id, reason, cleaned, body, parked_at)
values (
    :dataType, cast(:objectId as text), sha256(:body), :runId, :fetchId, :reason, :cleaned, :body, :parkedAt
)
on conflict (data_type, content_digest) do update
set resolved_at = null
where parked_objects.resolved_at is not null
