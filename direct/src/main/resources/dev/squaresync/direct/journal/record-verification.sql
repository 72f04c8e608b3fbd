-- Gives a comparison to the scheduler's history: of the data types that were compared whole, as many findings and days as the
-- pages show. A comparison of a part of the history says nothing about the rest, so it would wrongly calm people.
with stream as (
    select *
    from verifications
    where id = :id
        and window_from is null
),
finding as (
    select found.*, row_number() over (partition by data_type order by kind, object_id) as place
    from findings as found
    join stream using (data_type)
    where found.verification_id = :id
),
compared_day as (
    select
        compared.*,
        coalesce(location.name, compared.location_id) as location_name,
        row_number() over (partition by data_type order by compared.day desc, compared.location_id) as place
    from verification_days as compared
    join stream using (data_type)
    left join locations as location on location.id = compared.location_id
    where compared.verification_id = :id
        and (compared.day > (stream.started_at at time zone :zone)::date - :days or compared.found > 0)
)
select scheduler.record_direct_verification(jsonb_build_object(
    'id', :id,
    'requested_by', :requestedBy,
    'repair', :repair,
    'time_zone', :zone,
    'streams', coalesce((select jsonb_agg(to_jsonb(stream)) from stream), '[]'),
    'findings', coalesce((select jsonb_agg(to_jsonb(finding)) from finding where place <= :mostFindings), '[]'),
    'days', coalesce((select jsonb_agg(to_jsonb(compared_day)) from compared_day where place <= :mostDays), '[]')
))
