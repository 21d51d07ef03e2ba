-- Exchange rates with all their past, like the code lists: every change is a version, and what a version says of a rate
-- is never changed afterwards.

alter table exchange_rate rename to former_rate;
alter table former_rate rename constraint exchange_rate_pkey to former_rate_pkey;

create table exchange_rate_version (
    version integer primary key check (version > 0),
    made_at timestamptz not null unique,
    made_by text not null check (made_by <> ''),
    reason text not null check (reason <> ''),
    added integer not null,
    changed integer not null
);

-- What is said of a rate from a version on, until a later version says something else.
create table exchange_rate (
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    year integer not null check (year between 1900 and 2999),
    version integer not null references exchange_rate_version deferrable initially deferred,
    -- NaN is greater than every number
    units_per_usd numeric not null check (units_per_usd > 0 and units_per_usd < 'Infinity'),
    source text not null check (source <> ''),
    primary key (currency, year, version),
    check (currency <> 'USD' or units_per_usd = 1)
);

-- What the reference file said of a rate when it was loaded last: where it says the same again, what an administrator
-- made of the rate since is left alone.
create table reference_rate (
    currency text not null,
    year integer not null,
    units_per_usd numeric not null,
    source text not null,
    primary key (currency, year)
);

insert into exchange_rate_version (version, made_at, made_by, reason, added, changed)
select version, now(), 'reference files', 'The rates as they were when their versions began to be kept',
    (select count(*) from former_rate), 0
from exchange_rate_table;

insert into exchange_rate (currency, year, version, units_per_usd, source)
select currency, year, version, units_per_usd, source from former_rate cross join (select version from exchange_rate_table) kept;

insert into reference_rate (currency, year, units_per_usd, source)
select currency, year, units_per_usd, source from former_rate;

drop table former_rate, exchange_rate_table;

create trigger append_only before update or delete on exchange_rate_version for each statement execute function refuse_change();
create trigger append_only before update or delete on exchange_rate for each statement execute function refuse_change();
