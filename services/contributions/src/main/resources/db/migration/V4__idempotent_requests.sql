-- The answer to each request that had an idempotency key and an effect: written in the transaction of the effect.
create table idempotent_request (
    caller text not null,
    key text not null check (length(key) between 1 and 255),
    -- SHA-256 of method, address, content type and body
    fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    answered_at timestamptz not null,
    status integer not null check (status between 200 and 299),
    location text,
    entity_tag text,
    body text not null,
    primary key (caller, key)
);
create index idempotent_request_by_age on idempotent_request (answered_at);
