alter table streams
    add column planned_at timestamptz,
    add column pages      integer,
    add column inserted   integer,
    add column updated    integer,
    add column unchanged  integer,
    add column deleted    integer,
    add column parked     integer,
    add constraint totals_are_whole check (num_nulls(pages, inserted, updated, unchanged, deleted, parked) in (0, 6));

comment on column streams.planned_at is 'When its partitions were first known; null: not yet, or before this was written down.';
comment on column streams.pages is
    'How many pages it has, once it has ended; null: count them. Written again when a page comes late, so it always equals the rows.';
comment on column streams.inserted is 'Sum over its pages, like pages.';
comment on column streams.updated is 'Sum over its pages, like pages.';
comment on column streams.unchanged is 'Sum over its pages, like pages.';
comment on column streams.deleted is 'Sum over its pages, like pages.';
comment on column streams.parked is 'Sum over its pages, like pages.';

update streams s
set pages     = p.pages,
    inserted  = p.inserted,
    updated   = p.updated,
    unchanged = p.unchanged,
    deleted   = p.deleted,
    parked    = p.parked
from stream_progress p
where s.ended_at is not null
  and p.run_id = s.run_id
  and p.data_type = s.data_type;

create or replace view stream_progress as
select s.run_id,
       s.data_type,
       s.state,
       s.window_from,
       s.window_to,
       s.ended_at,
       part.partitions,
       part.partitions_completed,
       coalesce(s.pages, page.pages)         as pages,
       coalesce(s.inserted, page.inserted)   as inserted,
       coalesce(s.updated, page.updated)     as updated,
       coalesce(s.unchanged, page.unchanged) as unchanged,
       coalesce(s.deleted, page.deleted)     as deleted,
       coalesce(s.parked, page.parked)       as parked,
       s.complete_up_to,
       s.failure_code,
       s.failure_detail,
       s.failure_attempts,
       s.planned_at
from streams s
cross join lateral (
    select count(*)::integer               as partitions,
           count(p.completed_at)::integer  as partitions_completed
    from partitions p
    where p.run_id = s.run_id
      and p.data_type = s.data_type
) part
cross join lateral (
    select count(*)::integer                       as pages,
           coalesce(sum(p.inserted), 0)::integer   as inserted,
           coalesce(sum(p.updated), 0)::integer    as updated,
           coalesce(sum(p.unchanged), 0)::integer  as unchanged,
           coalesce(sum(p.deleted), 0)::integer    as deleted,
           coalesce(sum(p.parked), 0)::integer     as parked
    from pages p
    where p.run_id = s.run_id
      and p.data_type = s.data_type
      and s.pages is null
) page;

comment on view stream_progress is
    'The numbers of every stream: of an ended one as they were written down at its end, else counted from the rows of its pages.';
