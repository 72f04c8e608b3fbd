-- For each data type and each of the shop's days: the first time of the day whose changes are not proven; null: the whole day
-- is. A watermark speaks for all coverage within its stretch, but for what roll-backs took back, so only what lies outside has to be
-- looked at.
with days as (
    select d::date                                       as day,
           d::date::timestamp at time zone :zone         as starts,
           (d::date + 1)::timestamp at time zone :zone   as ends
    from generate_series(cast(:first as date), cast(:last as date), interval '1 day') d
),
stretches as (
    select w.data_type, tstzrange(w.complete_from, w.complete_up_to) as stretch
    from watermarks w
    union all
    select outside.data_type, tstzrange(outside.covered_from, outside.covered_to)
    from schedules s
    left join watermarks w on w.data_type = s.data_type
    cross join lateral (
        select c.data_type, c.covered_from, c.covered_to
        from coverage c
        where c.data_type = s.data_type
          and c.retracted_by is null
          and c.covered_to > greatest(
                  cast(:first as date)::timestamp at time zone :zone,
                  case when w.complete_from is null then w.complete_up_to end)
        -- Keeps the planner from reading all coverage there is: these are a few rows at the end of the index.
        offset 0
    ) outside
),
gaps as (
    select g.data_type, range_agg(tstzrange(g.gap_from, g.gap_to)) as stretches
    from coverage_gaps g
    group by g.data_type
),
proven as (
    select s.data_type, range_agg(s.stretch) - coalesce(g.stretches, '{}'::tstzmultirange) as stretches
    from stretches s
    left join gaps g on g.data_type = s.data_type
    group by s.data_type, g.stretches
)
select s.data_type,
       d.day,
       lower(tstzmultirange(tstzrange(d.starts, d.ends)) - coalesce(p.stretches, '{}'::tstzmultirange)) as gap_from
from schedules s
cross join days d
left join proven p on p.data_type = s.data_type
order by s.data_type, d.day
