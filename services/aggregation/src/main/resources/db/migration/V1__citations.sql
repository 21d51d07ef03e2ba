-- What cannot be rebuilt from the change feed: which answers were promised to stay as they are.

create table citation (
    -- Crockford's base32; longer only where two would be the same
    id text primary key check (id ~ '^[0-9A-HJKMNP-TV-Z]{10,52}$'),
    -- SHA-256 of what is cited: equal questions of one edition are one citation
    key text not null unique check (key ~ '^[0-9a-f]{64}$'),
    cube text not null check (cube in ('revenue', 'expense')),
    -- as it is asked again, letter for letter: not jsonb, which would write it anew
    question text not null check (question <> ''),
    edition bigint not null check (edition > 0),
    -- ISO 8601, with every digit that the feed gave
    published_at text not null check (published_at <> ''),
    created_at timestamptz not null,
    service_version text not null,
    -- of the answer as JSON
    content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
    content_bytes bigint not null check (content_bytes > 0),
    -- JSON, compressed with zstd
    sources bytea not null,
    -- the answer as JSON, compressed with zstd; null where it is too large to be kept
    kept bytea
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

create trigger append_only before update or delete on citation for each statement execute function refuse_change();
create trigger never_emptied before truncate on citation for each statement execute function refuse_change();
