-- Objects that Square showed otherwise than the mirror holds them, or only one of the two has. Some of them have merely changed
-- meanwhile: all are looked up before anything is said of them.
with seen as (
    select object_id, version, digest
    from proof_sightings
    where data_type = :dataType
),
held as (
    {held}
)
insert into proof_suspects (data_type, object_id, altered)
select :dataType, coalesce(seen.object_id, held.object_id), false
from seen
full join held on held.object_id = seen.object_id
where case
    when held.object_id is null then true
    when seen.object_id is null then held.deleted_at is null and held.is_in_window
    when held.is_tombstone <> (held.deleted_at is not null) then true
    when seen.digest is not null then seen.digest <> held.digest
    -- Orders that were not made through Square's API have no version: nothing but looking them up tells.
    else seen.version is null or seen.version is distinct from held.version
end
on conflict do nothing
