-- Who may do what. A key itself is never stored.
create table api_key (
    id text primary key check (id ~ '^[0-9A-Za-z]{8}$'),
    name text not null check (name <> ''),
    secret_hash text not null check (secret_hash ~ '^[0-9a-f]{64}$'),
    roles text[] not null check (
        cardinality(roles) > 0 and roles <@ array['preparer', 'certifier', 'reviewer', 'administrator']),
    entity text,
    created_at timestamptz not null,
    created_by text not null,
    expires_at timestamptz check (expires_at > created_at),
    revoked_at timestamptz,
    revoked_by text,
    -- an entity's key works for that entity, the secretariat's for all
    check ((entity is not null) = (roles && array['preparer', 'certifier'])),
    check ((entity is null) = (roles && array['reviewer', 'administrator'])),
    check ((revoked_at is null) = (revoked_by is null))
);

-- What the callers' tokens are signed with (ES256). The newest signs; older ones stay published while tokens live.
create table signing_key (
    kid text primary key,
    private_jwk text not null,
    created_at timestamptz not null
);
