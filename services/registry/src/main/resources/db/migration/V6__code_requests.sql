-- Requests for new contributor codes. What was asked never changes; what became of it is said by its steps.

create table code_request (
    id uuid primary key,
    entity text not null check (entity <> ''),
    asked_at timestamptz not null,
    name text not null check (length(name) between 2 and 200),
    type text not null check (type <> ''),
    country text check (country ~ '^[A-Z]{2}$'),
    code text not null check (length(code) between 2 and 10 and code ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'),
    code_proposed boolean not null,
    website text,
    iati_organisation text,
    justification text not null check (length(justification) between 10 and 500),
    -- a government is that of a country
    check (type <> 'C01' or country is not null)
);

create index code_request_newest on code_request (asked_at desc, id desc);
create index code_request_of_entity on code_request (entity, asked_at desc, id desc);

-- The first step is the asking, the second the end: that there is no third lets a request end once at most.
create table code_request_step (
    request uuid not null references code_request,
    number integer not null check (number in (1, 2)),
    status text not null check (status in ('requested', 'granted', 'refused', 'withdrawn')),
    taken_at timestamptz not null,
    taken_by text not null check (taken_by <> ''),
    comment text check (length(comment) between 1 and 2000),
    -- what was granted
    name text,
    type text,
    country text,
    code text,
    website text,
    iati_organisation text,
    findings jsonb not null check (jsonb_typeof(findings) = 'array'),
    primary key (request, number),
    check ((number = 1) = (status = 'requested')),
    check ((status = 'granted') = (code is not null and name is not null and type is not null)),
    check (status <> 'refused' or comment is not null)
);

-- nobody is granted what another was
create unique index granted_once on code_request_step (upper(code)) where status = 'granted';

create trigger append_only before update or delete on code_request for each statement execute function refuse_change();
create trigger append_only before update or delete on code_request_step for each statement execute function refuse_change();
