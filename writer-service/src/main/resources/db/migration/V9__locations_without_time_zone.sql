-- A location that shows no time zone is a location all the same; only one in an unknown zone is refused.
alter table locations
    drop constraint locations_timezone_is_known,
    add constraint locations_timezone_is_known check (
        timezone is null or timestamptz '2000-01-01 00:00:00+00' at time zone timezone is not null
    );
