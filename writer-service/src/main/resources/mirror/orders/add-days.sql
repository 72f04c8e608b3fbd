-- What Square has is what the mirror holds, less the rows that were found wrong, plus what Square says of them.
with dated as (
    select
        id,
        location_id,
        (coalesce(closed_at, created_at, updated_at) at time zone :zone)::date as day,
        coalesce(total_money, 0) as money
    from orders
    where deleted_at is null
),
finding as (
    select object_id, kind, location_id, day, coalesce(square_money, 0) as money
    from findings
    where verification_id = :id
        and data_type = :dataType
),
cell as (
    select location_id, day, count(*) as objects, 0 as found, sum(money) as square_money, sum(money) as mirror_money
    from dated
    group by location_id, day
    union all
    select dated.location_id, dated.day, -1, 0, -dated.money, 0
    from finding
    join dated on dated.id = finding.object_id
    union all
    select location_id, day, (kind <> 'SURPLUS')::integer, 1, case when kind <> 'SURPLUS' then money else 0 end, 0
    from finding
)
insert into verification_days (
    verification_id, data_type, location_id, day, objects, found, square_money, mirror_money)
select :id, :dataType, location_id, day, sum(objects), sum(found), sum(square_money), sum(mirror_money)
from cell
where location_id is not null
    and day is not null
    and (cast(:from as timestamptz) is null or day >= (cast(:from as timestamptz) at time zone :zone)::date)
group by location_id, day
