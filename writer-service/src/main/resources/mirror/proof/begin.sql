-- Compiling these statements takes longer than running them, and they join whole tables.
set jit = off;
set work_mem = '64MB';
create temporary table if not exists proof_sightings (
    data_type text,
    object_id text,
    version   bigint,
    digest    uuid,
    primary key (data_type, object_id)
);
create temporary table if not exists proof_suspects (
    data_type text,
    object_id text,
    altered   boolean not null,
    primary key (data_type, object_id)
);
create temporary table if not exists proof_answers (
    data_type text,
    object_id text,
    raw       jsonb not null,
    primary key (data_type, object_id)
);
truncate proof_sightings, proof_suspects, proof_answers
