-- What callers have left, as the library that counts it writes it. Nothing is lost with it but the count of a minute.
create unlogged table rate_limit_bucket (
    id         text primary key,
    state      bytea,
    expires_at bigint
);
create index rate_limit_bucket_expires_at on rate_limit_bucket (expires_at);
