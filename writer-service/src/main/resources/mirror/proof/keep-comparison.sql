-- One statement, so that a comparison is kept whole or not at all.
with suspect as (
    insert into verification_suspects (run_id, data_type, object_id, altered)
    select :runId, data_type, object_id, altered
    from proof_suspects
    where data_type = :dataType
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
