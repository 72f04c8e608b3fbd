create table verifications (
    id             uuid        not null,
    data_type      text        not null,
    window_from    timestamptz,
    complete_up_to timestamptz not null,
    started_at     timestamptz not null,
    ended_at       timestamptz not null,
    seen           integer     not null,
    looked_up      integer     not null,
    found          integer     not null,
    repaired       integer     not null,
    primary key (id, data_type)
);

comment on table verifications is 'Comparisons of the mirror with Square, one row for each data type.';
comment on column verifications.window_from is 'null: the whole history.';
comment on column verifications.complete_up_to is 'Changes after this time were not looked at: the mirror was not said to hold them yet.';
comment on column verifications.seen is 'Objects that Square showed.';
comment on column verifications.looked_up is 'Objects that differed at first sight and were asked for once more.';
comment on column verifications.found is 'Objects of which the mirror did not hold what Square has; see findings.';

create table findings (
    verification_id uuid    not null,
    data_type       text    not null,
    object_id       text    not null,
    kind            text    not null check (kind in ('MISSING', 'STALE', 'SURPLUS', 'ALTERED')),
    location_id     text,
    day             date,
    square_money    bigint,
    mirror_money    bigint,
    repaired        boolean not null,
    primary key (verification_id, data_type, object_id),
    foreign key (verification_id, data_type) references verifications on delete cascade
);

create index findings_not_repaired on findings (data_type, day) where not repaired;

comment on table findings is 'Objects of which the mirror did not hold what Square has.';
comment on column findings.object_id is 'Square''s key, its parts joined by a colon.';
comment on column findings.kind is
    'MISSING: Square has it, the mirror does not; STALE: the mirror holds another state; SURPLUS: Square does not have it any more; ALTERED: its columns or parts are not what its raw says.';
comment on column findings.day is 'The shop''s day of the sale or of the latest change; null: Square tells no time.';
comment on column findings.square_money is 'What Square says an order charged, in the smallest unit of its currency.';
comment on column findings.mirror_money is 'What the mirror said.';
