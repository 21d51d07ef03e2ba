-- Bodies that come in pieces, and bodies that are read after their request was answered.

create table upload (
    id uuid primary key,
    owner text not null,
    content_type text not null,
    -- null as long as it is not said
    length bigint check (length >= 0),
    -- bytes that are here
    received bigint not null default 0 check (received >= 0),
    complete boolean not null default false,
    -- raised by each request: one that is still under way when the next comes can write no more
    turn bigint not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    check (received <= length)
);
create index upload_of_owner on upload (owner, expires_at);
create index upload_by_age on upload (expires_at);

create table upload_piece (
    upload uuid not null references upload on delete cascade,
    -- offset of its first byte
    start bigint not null check (start >= 0),
    bytes bytea not null check (length(bytes) > 0),
    primary key (upload, start)
);
-- pieces of files are mostly compressed already, or go soon
alter table upload_piece alter column bytes set storage external;

-- Times are the database's: it is the one clock that all processes share.
create table job (
    id uuid primary key,
    owner text not null,
    -- the entity of the key; null for the secretariat's
    entity text,
    state text not null check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled', 'interrupted')),
    path text not null,
    -- whose bytes can be taken again; null where they came with the request
    upload uuid,
    bytes bigint not null,
    bytes_read bigint not null default 0,
    rows_read bigint not null default 0,
    rejects bigint not null default 0,
    warnings bigint not null default 0,
    notes bigint not null default 0,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz,
    -- the last sign of life of the process that does it
    heartbeat timestamptz not null default now(),
    -- what the request would have been answered
    status integer,
    location text,
    entity_tag text,
    body text,
    check ((status is not null) = (state in ('succeeded', 'failed'))),
    check ((finished_at is null) = (state in ('queued', 'running')))
);
create index job_by_age on job (finished_at);
