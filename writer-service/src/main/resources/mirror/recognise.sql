-- Which of a page's objects the table holds in the very text in which they were sent. The words in braces are those of
-- upsert.sql; the fingerprint is what that calls confirmed.
select sent.position, held.fingerprint
from unnest({key arrays}, cast(:digests as uuid[])) with ordinality as sent ({key}, digest, position),
lateral (
    select hash_record_extended(row({stored.key}, {stored.rank}), 0) as fingerprint
    from {table} as stored
    where ({stored.key}) = ({sent.key}) and stored.digest = sent.digest and stored.swept_at is null
    limit 1
) as held
