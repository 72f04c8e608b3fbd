-- What is wrong with each suspect, now that Square has been asked for it once more. What has changed since the time up to which
-- the mirror is said to be complete, and what was written since the verification began, is no finding.
with held as (
    {held}
),
judged as (
    select
        suspect.object_id,
        held.raw as held_raw,
        answer.raw as square_raw,
        case
            when held.fetched_at >= :startedAt then null
            when coalesce(answer.raw ->> 'updated_at', answer.raw ->> 'calculated_at')::timestamptz > :completeUpTo then null
            when answer.object_id is null and seen.object_id is not null then 'UNKNOWN'
            when answer.object_id is null or coalesce((answer.raw ->> 'is_deleted')::boolean, false)
                then case when held.object_id is not null and held.deleted_at is null then 'SURPLUS' end
            when held.object_id is null or held.deleted_at is not null then 'MISSING'
            when held.raw <> answer.raw then 'STALE'
            when suspect.altered then 'ALTERED'
        end as kind
    from proof_suspects as suspect
    left join held on held.object_id = suspect.object_id
    left join proof_sightings as seen on seen.data_type = suspect.data_type and seen.object_id = suspect.object_id
    left join proof_answers as answer on answer.data_type = suspect.data_type and answer.object_id = suspect.object_id
    where suspect.data_type = :dataType
        and not exists (
            select
            from parked_objects as parked
            where parked.data_type = suspect.data_type
                and parked.object_id = suspect.object_id
                and parked.resolved_at is null
                and held.object_id is null
        )
)
select
    object_id,
    kind,
    coalesce(square_raw, held_raw) ->> 'location_id' as location_id,
    (
        coalesce(
            coalesce(square_raw, held_raw) ->> 'closed_at',
            coalesce(square_raw, held_raw) ->> 'created_at',
            coalesce(square_raw, held_raw) ->> 'calculated_at',
            coalesce(square_raw, held_raw) ->> 'updated_at'
        )::timestamptz at time zone :zone
    )::date as day,
    (square_raw #>> '{total_money,amount}')::bigint as square_money,
    (held_raw #>> '{total_money,amount}')::bigint as mirror_money
from judged
where kind is not null
order by kind, object_id
