create table exchange_rate (
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    year integer not null,
    units_per_usd numeric not null check (units_per_usd > 0),
    source text not null,
    primary key (currency, year)
);

-- One row: the table's version, and the SHA-256 of the reference file that was loaded last.
create table exchange_rate_table (
    id integer primary key check (id = 1),
    version integer not null,
    reference_hash text not null
);
