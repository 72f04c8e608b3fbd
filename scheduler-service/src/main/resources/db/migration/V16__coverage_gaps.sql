create index coverage_retracted on coverage (data_type) where retracted_by is not null;

create view coverage_gaps as
select retracted.data_type,
       lower(gap.stretch) as gap_from,
       upper(gap.stretch) as gap_to
from (
    select c.data_type, range_agg(tstzrange(c.covered_from, c.covered_to)) as stretches
    from coverage c
    where c.retracted_by is not null
    group by c.data_type
) retracted
cross join lateral (
    select coalesce(range_agg(tstzrange(c.covered_from, c.covered_to)), '{}'::tstzmultirange) as stretches
    from coverage c
    where c.data_type = retracted.data_type
      and c.retracted_by is null
) proven
cross join lateral unnest(retracted.stretches - proven.stretches) as gap (stretch);

comment on view coverage_gaps is
    'Stretches of time whose changes were proven to be in the mirror and are not any more: a roll-back took them back, and no other run has read them since.';
comment on column coverage_gaps.gap_from is 'null: the beginning of the shop''s history.';
