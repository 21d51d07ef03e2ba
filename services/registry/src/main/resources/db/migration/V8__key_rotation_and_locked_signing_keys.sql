-- A key may be replaced by another, which works beside it until the older ends. To the services both are one holder: who
-- prepared with the one does not certify with the other.
alter table api_key
    add column holder text references api_key (id),
    add column replaced_by text unique references api_key (id),
    add column last_used_at timestamptz;
update api_key set holder = id;
alter table api_key alter column holder set not null;

-- Private keys are kept locked, with a secret that the database does not have. Those that lay open sign no more: the next
-- start makes a new pair, and tokens signed before live for seconds.
delete from signing_key;
alter table signing_key
    drop column private_jwk,
    add column public_jwk text not null,
    add column locked_private_jwk text,
    add column retired_at timestamptz,
    add check ((locked_private_jwk is null) = (retired_at is not null));
create unique index one_pair_signs on signing_key ((true)) where retired_at is null;
