insert into proof_sightings (data_type, object_id, version, digest)
select distinct on (seen.object_id) :dataType, seen.object_id, seen.version, seen.digest
from unnest(cast(:ids as text[]), cast(:versions as bigint[]), cast(:digests as uuid[])) as seen (object_id, version, digest)
order by seen.object_id, seen.version desc nulls last
-- An object that changes while it is read is seen twice.
on conflict (data_type, object_id) do update
set version = greatest(proof_sightings.version, excluded.version), digest = excluded.digest
