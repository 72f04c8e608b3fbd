-- The columns of the next two tables are Spring Session's.
create table sessions (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval integer  not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);

create index sessions_by_expiry on sessions (expiry_time);
create index sessions_by_person on sessions (principal_name);

create table sessions_attributes (
    session_primary_id char(36)     not null references sessions (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

comment on table sessions is 'Browsers that show pages, signed in or about to. Expired ones are deleted each minute. Times are milliseconds since 1970.';
comment on column sessions.session_id is 'What the browser''s cookie holds.';
comment on column sessions.principal_name is 'The person''s name; null: not signed in yet.';
comment on table sessions_attributes is 'What is remembered for a browser.';

create table people (
    name                text primary key,
    role                text        not null check (role in ('viewer', 'operator')),
    password_hash       text        not null,
    created_at          timestamptz not null,
    created_by          text        not null,
    password_changed_at timestamptz not null
);

create unique index people_by_name_in_any_case on people (lower(name));

comment on table people is 'Who may sign in beside the admin, whose name and password are in the scheduler''s settings.';
comment on column people.role is 'viewer: may look; operator: may do everything.';
comment on column people.password_hash is 'With the name of its algorithm in braces.';
comment on column people.created_by is 'A person''s or a program''s name.';

create table api_tokens (
    id           uuid primary key,
    name         text        not null,
    role         text        not null check (role in ('viewer', 'operator')),
    token_hash   bytea       not null unique,
    created_at   timestamptz not null,
    created_by   text        not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    revoked_by   text,
    check ((revoked_at is null) = (revoked_by is null))
);

create unique index api_tokens_by_name on api_tokens (lower(name)) where revoked_at is null;

comment on table api_tokens is 'What programs come in with, beside the token in the scheduler''s settings. Revoked ones are kept.';
comment on column api_tokens.role is 'viewer: may look; operator: may do everything.';
comment on column api_tokens.token_hash is 'SHA-256 of the token, which itself is nowhere.';
comment on column api_tokens.last_used_at is 'To the minute; null: never.';

create table sign_in_tries (
    subject       bytea primary key,
    failures      integer     not null,
    since         timestamptz not null,
    last_at       timestamptz not null,
    refused_until timestamptz
);

create index sign_in_tries_by_time on sign_in_tries (last_at);

comment on table sign_in_tries is 'Wrong passwords of late, so that nobody can try for long. Forgotten after an hour without any.';
comment on column sign_in_tries.subject is 'SHA-256 of what was tried: a name, or an address that tries came from. Somebody may have typed a password as the name.';
comment on column sign_in_tries.since is 'When the first of these failures was.';
comment on column sign_in_tries.refused_until is 'Until then every try is refused unseen; null: not refused.';

create index audit_failed_sign_ins on audit (at) where action = 'sign-in.failed';
