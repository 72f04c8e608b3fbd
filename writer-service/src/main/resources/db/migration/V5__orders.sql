create table orders (
    id                         text primary key,
    version                    bigint,
    updated_at                 timestamptz,
    created_at                 timestamptz,
    closed_at                  timestamptz,
    location_id                text,
    state                      text,
    customer_id                text,
    reference_id               text,
    source_name                text,
    ticket_name                text,
    currency                   text,
    total_money                bigint,
    total_tax_money            bigint,
    total_discount_money       bigint,
    total_tip_money            bigint,
    total_service_charge_money bigint,
    return_total_money         bigint,
    net_total_money            bigint,
    net_tax_money              bigint,
    net_discount_money         bigint,
    net_tip_money              bigint,
    net_service_charge_money   bigint,
    net_amount_due_money       bigint,
    deleted_at                 timestamptz,
    synced_at                  timestamptz not null,
    run_id                     uuid not null,
    fetched_at                 timestamptz not null,
    digest                     uuid not null,
    raw                        jsonb not null,
    constraint orders_size_is_sane check (pg_column_size(raw) < 8388608),
    constraint orders_times_are_plausible check (
        updated_at >= '2000-01-01 00:00:00+00' and updated_at < '2100-01-01 00:00:00+00'
        and created_at >= '2000-01-01 00:00:00+00' and created_at < '2100-01-01 00:00:00+00'
        and closed_at >= '2000-01-01 00:00:00+00' and closed_at < '2100-01-01 00:00:00+00')
);

create index orders_by_location_and_close on orders (location_id, closed_at);
create index orders_by_update on orders (updated_at);

comment on table orders is
    'Square''s orders in every state. A refund or an exchange is an order of its own, with returns. All money is in the smallest unit of currency.';
comment on column orders.version is 'Rises by one with each change; null for orders that were not made through Square''s API.';
comment on column orders.updated_at is 'When Square last changed the order; the newest wins.';
comment on column orders.closed_at is 'When the order was completed or cancelled.';
comment on column orders.state is 'OPEN, COMPLETED, CANCELED or DRAFT; Square may add others.';
comment on column orders.total_money is 'What was charged, before returns.';
comment on column orders.return_total_money is 'What this order gave back.';
comment on column orders.net_total_money is 'What was charged less what was given back: the figure for reports. Null where Square sent none.';
comment on column orders.deleted_at is 'Always null so far: Square does not delete orders but cancels them.';
comment on column orders.synced_at is 'When this state was written.';
comment on column orders.run_id is 'The run that brought this state.';
comment on column orders.fetched_at is 'When Square''s answer with this state had arrived.';
comment on column orders.digest is 'MD5 of the text from which raw was made: an object that comes again unchanged is recognised by it without being parsed.';
comment on column orders.raw is 'Everything that Square sent, fields without a column included.';

create table order_line_items (
    order_id                    text not null,
    uid                         text not null,
    position                    integer not null,
    catalog_object_id           text,
    catalog_version             bigint,
    item_type                   text,
    name                        text,
    variation_name              text,
    note                        text,
    quantity                    numeric,
    currency                    text,
    base_price_money            bigint,
    variation_total_price_money bigint,
    gross_sales_money           bigint,
    total_tax_money             bigint,
    total_discount_money        bigint,
    total_service_charge_money  bigint,
    total_money                 bigint,
    primary key (order_id, uid),
    constraint order_line_items_quantity_is_finite check (quantity > '-Infinity' and quantity < 'Infinity')
);

create index order_line_items_by_catalog_object on order_line_items (catalog_object_id);

comment on table order_line_items is 'What was ordered. Always of the same version as the order.';
comment on column order_line_items.uid is
    'Unique within the order. Square''s own; # and the position where Square sent none, or after it where Square sent it twice.';
comment on column order_line_items.position is '1 for the first line.';
comment on column order_line_items.catalog_object_id is 'The variation that was sold; null for a custom amount. It may have been deleted since.';
comment on column order_line_items.catalog_version is 'The version of the catalog at the time of the sale.';
comment on column order_line_items.quantity is 'May have decimals, such as 1.5 kg.';

create table order_taxes (
    order_id          text not null,
    uid               text not null,
    position          integer not null,
    catalog_object_id text,
    name              text,
    type              text,
    scope             text,
    percentage        numeric,
    currency          text,
    applied_money     bigint,
    primary key (order_id, uid)
);

comment on table order_taxes is 'The taxes of an order; which line each applies to is in the order''s raw.';

create table order_discounts (
    order_id          text not null,
    uid               text not null,
    position          integer not null,
    catalog_object_id text,
    name              text,
    type              text,
    scope             text,
    percentage        numeric,
    currency          text,
    amount_money      bigint,
    applied_money     bigint,
    primary key (order_id, uid)
);

comment on table order_discounts is 'The discounts of an order; which line each applies to is in the order''s raw.';
comment on column order_discounts.amount_money is 'The discount as set, for discounts of a fixed amount.';
comment on column order_discounts.applied_money is 'What it took off in this order.';

create table order_service_charges (
    order_id          text not null,
    uid               text not null,
    position          integer not null,
    catalog_object_id text,
    name              text,
    type              text,
    calculation_phase text,
    percentage        numeric,
    currency          text,
    amount_money      bigint,
    applied_money     bigint,
    total_tax_money   bigint,
    total_money       bigint,
    primary key (order_id, uid)
);

comment on table order_service_charges is 'The service charges of an order, such as an automatic gratuity.';

create table order_tenders (
    order_id             text not null,
    id                   text not null,
    position             integer not null,
    type                 text,
    location_id          text,
    customer_id          text,
    payment_id           text,
    note                 text,
    created_at           timestamptz,
    currency             text,
    amount_money         bigint,
    tip_money            bigint,
    processing_fee_money bigint,
    primary key (order_id, id)
);

comment on table order_tenders is 'How an order was paid.';
comment on column order_tenders.amount_money is 'Tip included.';
comment on column order_tenders.processing_fee_money is 'Square fills it some seconds after the payment.';

create table order_fulfillments (
    order_id text not null,
    uid      text not null,
    position integer not null,
    type     text,
    state    text,
    primary key (order_id, uid)
);

comment on table order_fulfillments is 'How an order reaches the customer, such as PICKUP or SHIPMENT.';

create table order_returns (
    order_id        text not null,
    uid             text not null,
    position        integer not null,
    source_order_id text,
    currency        text,
    total_money     bigint,
    tax_money       bigint,
    discount_money  bigint,
    tip_money       bigint,
    primary key (order_id, uid)
);

comment on table order_returns is 'What an order gave back.';
comment on column order_returns.source_order_id is 'The order in which it was sold; null: not known.';

create table order_return_line_items (
    order_id             text not null,
    uid                  text not null,
    return_position      integer not null,
    position             integer not null,
    source_line_item_uid text,
    catalog_object_id    text,
    catalog_version      bigint,
    item_type            text,
    name                 text,
    variation_name       text,
    quantity             numeric,
    currency             text,
    gross_return_money   bigint,
    total_tax_money      bigint,
    total_discount_money bigint,
    total_money          bigint,
    primary key (order_id, uid)
);

create index order_return_line_items_by_catalog_object on order_return_line_items (catalog_object_id);

comment on table order_return_line_items is 'The lines that an order gave back.';
comment on column order_return_line_items.return_position is 'The position of the return in order_returns.';
comment on column order_return_line_items.source_line_item_uid is 'The line in which it was sold, in the order of the return''s source_order_id.';

create table order_refunds (
    order_id             text not null,
    id                   text not null,
    position             integer not null,
    tender_id            text,
    transaction_id       text,
    location_id          text,
    status               text,
    reason               text,
    created_at           timestamptz,
    currency             text,
    amount_money         bigint,
    processing_fee_money bigint,
    primary key (order_id, id)
);

comment on table order_refunds is 'Money that went back to the customer.';
comment on column order_refunds.status is 'PENDING, APPROVED, REJECTED or FAILED; Square may add others.';
