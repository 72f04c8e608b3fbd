-- What the parts of an order were when they were written. As raw_hash: generated once for the rows that are there, written by
-- whoever writes a part from then on, so that it does not follow a change by hand.
do $$
declare
    part record;
begin
    for part in
        select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
        from pg_class as c
        join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.oid in (
            'order_line_items'::regclass, 'order_taxes'::regclass, 'order_discounts'::regclass,
            'order_service_charges'::regclass, 'order_tenders'::regclass, 'order_fulfillments'::regclass,
            'order_returns'::regclass, 'order_return_line_items'::regclass, 'order_refunds'::regclass)
        group by c.relname
    loop
        execute format(
            'alter table %I add column part_hash bigint generated always as (hash_record_extended(row(%s), 0)) stored',
            part.name, part.columns);
        execute format('alter table %I alter column part_hash drop expression', part.name);
        execute format(
            'comment on column %I.part_hash is %L',
            part.name, 'Hash of the other columns as they were written: tells whether one was changed by hand since.');
    end loop;
end
$$;

alter table orders add column parts integer generated always as (
    jsonb_array_length(coalesce(nullif(raw -> 'line_items', 'null'), '[]'))
    + jsonb_array_length(coalesce(nullif(raw -> 'taxes', 'null'), '[]'))
    + jsonb_array_length(coalesce(nullif(raw -> 'discounts', 'null'), '[]'))
    + jsonb_array_length(coalesce(nullif(raw -> 'service_charges', 'null'), '[]'))
    + jsonb_array_length(coalesce(nullif(raw -> 'tenders', 'null'), '[]'))
    + jsonb_array_length(coalesce(nullif(raw -> 'fulfillments', 'null'), '[]'))
    + jsonb_array_length(coalesce(nullif(raw -> 'returns', 'null'), '[]'))
    + jsonb_array_length(jsonb_path_query_array(raw, '$.returns[*].return_line_items[*] ? (@ != null)'))
    + jsonb_array_length(coalesce(nullif(raw -> 'refunds', 'null'), '[]'))
) stored;
alter table orders alter column parts drop expression;

comment on column orders.parts is 'How many rows the order has in the tables of its parts, all of them together.';
