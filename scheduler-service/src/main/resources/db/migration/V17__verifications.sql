create table verifications (
    run_id               uuid        not null,
    data_type            text        not null,
    complete_up_to       timestamptz not null,
    time_zone            text        not null,
    repair               boolean     not null,
    compared_at          timestamptz,
    seen                 integer,
    suspects             integer,
    verdict_requested_at timestamptz,
    judged_at            timestamptz,
    found                integer,
    repaired             integer,
    primary key (run_id, data_type),
    foreign key (run_id, data_type) references streams on delete cascade
);

create index verifications_by_data_type on verifications (data_type, judged_at desc) where judged_at is not null;

comment on table verifications is 'What the runs of kind verify compare with Square, and what came of it.';
comment on column verifications.complete_up_to is
    'The watermark when the run was requested: what changed in Square after this time is not looked at.';
comment on column verifications.time_zone is 'Of the shop''s days.';
comment on column verifications.repair is 'What is found wrong is made what Square has.';
comment on column verifications.compared_at is 'When all that Square showed had been compared with the mirror; null: not yet.';
comment on column verifications.seen is 'Objects that Square showed.';
comment on column verifications.suspects is 'Objects that differed at first sight, and were asked for once more.';
comment on column verifications.judged_at is 'When the suspects had been judged; null: not yet.';
comment on column verifications.found is 'Objects that the mirror did not hold as Square has them.';
comment on column verifications.repaired is 'How many of these it holds now.';

create table verification_findings (
    run_id      uuid not null,
    data_type   text not null,
    object_id   text not null,
    kind        text not null,
    location_id text,
    day         date,
    primary key (run_id, data_type, object_id),
    foreign key (run_id, data_type) references verifications on delete cascade
);

comment on table verification_findings is 'The first objects that a verification found wrong; all are in square.findings.';

create table verification_days (
    run_id        uuid    not null,
    data_type     text    not null,
    day           date    not null,
    location_id   text    not null,
    location_name text    not null,
    objects       integer not null,
    found         integer not null,
    square_money  bigint  not null,
    mirror_money  bigint  not null,
    primary key (run_id, data_type, day, location_id),
    foreign key (run_id, data_type) references verifications on delete cascade
);

comment on table verification_days is 'What a verification compared, by location and the shop''s day; all days are in square.verification_days.';
comment on column verification_days.square_money is 'What Square says was charged, in the smallest unit of the currency.';
