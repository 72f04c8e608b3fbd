create table locations (
    id            text primary key,
    name          text,
    status        text,
    type          text,
    merchant_id   text,
    timezone      text,
    currency      text,
    country       text,
    language_code text,
    created_at    timestamptz,
    deleted_at    timestamptz,
    synced_at     timestamptz not null,
    run_id        uuid not null,
    fetched_at    timestamptz not null,
    digest        uuid not null,
    raw           jsonb not null,
    constraint locations_size_is_sane check (pg_column_size(raw) < 8388608),
    constraint locations_times_are_plausible check (created_at >= '2000-01-01 00:00:00+00' and created_at < '2100-01-01 00:00:00+00'),
    -- PostgreSQL refuses an unknown zone by itself; without this it would do so in the analyst's views.
    constraint locations_timezone_is_known check (timestamptz '2000-01-01 00:00:00+00' at time zone timezone is not null)
);

comment on table locations is 'Square''s locations, active and inactive ones. Square gives them neither a version nor a time of change.';
comment on column locations.timezone is 'IANA name; a business day of the location is a day in this zone.';
comment on column locations.deleted_at is 'Always null so far: Square does not delete locations but sets status to INACTIVE.';
comment on column locations.synced_at is 'When this state was written.';
comment on column locations.run_id is 'The run that brought this state.';
comment on column locations.fetched_at is 'When Square''s answer with this state had arrived.';
comment on column locations.digest is 'MD5 of the text from which raw was made: an object that comes again unchanged is recognised by it without being parsed.';
comment on column locations.raw is 'Everything that Square sent, fields without a column included.';
