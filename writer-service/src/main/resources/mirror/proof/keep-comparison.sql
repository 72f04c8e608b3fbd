-- One statement, so that a comparison is kept whole or not at all.
with suspect as (
    insert into verification_suspects (run_id, data_type, object_id, altered, seen)
    select :runId, suspect.data_type, suspect.object_id, suspect.altered, seen.object_id is not null
    from proof_suspects as suspect
    left join proof_sightings as seen on seen.data_type = suspect.data_type and seen.object_id = suspect.object_id
    where suspect.data_type = :dataType
    on conflict do nothing
)
insert into verification_comparisons (run_id, data_type, seen, suspects, compared_at)
select
    :runId,
    :dataType,
    (select count(*) from proof_sightings where data_type = :dataType),
    (select count(*) from proof_suspects where data_type = :dataType),
    :now
on conflict do nothing
