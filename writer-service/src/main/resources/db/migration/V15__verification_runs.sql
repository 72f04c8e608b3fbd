create table verification_pages (
    fetch_id   uuid primary key,
    run_id     uuid        not null,
    data_type  text        not null,
    purpose    text        not null check (purpose in ('SIGHT', 'LOOK_UP')),
    fetched_at timestamptz not null,
    kept_at    timestamptz not null,
    objects    integer     not null,
    body       bytea       not null
);

create index verification_pages_of_a_stream on verification_pages (run_id, data_type, purpose);

comment on table verification_pages is 'What Square answered to a verification that is not judged yet; taken away with the verdict.';

create table verification_comparisons (
    run_id      uuid        not null,
    data_type   text        not null,
    seen        integer     not null,
    suspects    integer     not null,
    compared_at timestamptz not null,
    primary key (run_id, data_type)
);

comment on table verification_comparisons is 'Verifications whose suspects are known: asked again, the same are looked up.';

create table verification_suspects (
    run_id    uuid    not null,
    data_type text    not null,
    object_id text    not null,
    altered   boolean not null,
    primary key (run_id, data_type, object_id),
    foreign key (run_id, data_type) references verification_comparisons on delete cascade
);

comment on table verification_suspects is
    'Objects that differed at first sight, of verifications that are not judged yet.';

create table verification_days (
    verification_id uuid    not null,
    data_type       text    not null,
    location_id     text    not null,
    day             date    not null,
    objects         integer not null,
    found           integer not null,
    square_money    bigint  not null,
    mirror_money    bigint  not null,
    primary key (verification_id, data_type, day, location_id),
    foreign key (verification_id, data_type) references verifications on delete cascade
);

comment on table verification_days is 'What a verification compared, by the shop''s day and location.';
comment on column verification_days.objects is 'Objects as Square has them.';
comment on column verification_days.found is 'How many of them the mirror did not hold as Square has them; see findings.';
comment on column verification_days.square_money is
    'What Square says was charged, in the smallest unit of the currency: the mirror''s sum, put right by the findings.';
comment on column verification_days.mirror_money is 'What the mirror said.';
