-- Submissions with their breakdowns, lines and findings, and the editions that publish them.
-- Constraints mirror the validation rules: what a rule would reject cannot be stored by another way either.

create table submission (
    id uuid primary key,
    entity text not null check (entity <> ''),
    year integer not null check (year between 2011 and 2999),
    flow text not null check (flow in ('revenue', 'expense')),
    status text not null check (status in ('validated', 'published', 'superseded')),
    -- null: the one in force when it is published stays
    control_total numeric,
    replaces text not null check (replaces in ('submission', 'breakdowns')),
    source text check (length(source) <= 2000),
    prepared_by text not null,
    created_at timestamptz not null,
    rules_version text not null,
    -- version of each code list that it was judged by
    lists_version jsonb not null,
    warnings bigint not null check (warnings >= 0),
    notes bigint not null check (notes >= 0),
    check (control_total is not null or replaces = 'breakdowns')
);

create index submission_newest on submission (created_at desc, id desc);
create index submission_by_key on submission (entity, year, flow, created_at desc, id desc);

-- Numbers are taken 64 at a time, as many as an expense can have sets of dimensions: a submission knows the numbers of
-- its breakdowns before its lines flow in.
create sequence breakdown_block as bigint start 64 increment 64;

create table breakdown (
    id bigint primary key,
    submission uuid not null references submission,
    position integer not null check (position > 0),
    -- in the standards' order
    dimensions text[] not null check (
        dimensions <@ array['function', 'location', 'instrument', 'sdg', 'contributor', 'gem']),
    lines bigint not null check (lines > 0),
    total numeric not null,
    unique (submission, dimensions),
    unique (submission, position)
);

create table line (
    -- deferred: lines flow in before the totals of their breakdown are known
    breakdown bigint not null references breakdown deferrable initially deferred,
    line integer not null check (line > 0),
    entity text not null check (entity <> ''),
    function text check (function <> ''),
    location text check (location <> ''),
    instrument text check (instrument <> ''),
    sdg text check (sdg <> ''),
    contributor text check (contributor <> ''),
    gem text check (gem <> ''),
    amount_usd numeric not null check (amount_usd not in ('NaN', 'Infinity', '-Infinity')),
    -- as submitted, where that was not in United States dollars
    original_amount numeric check (original_amount not in ('NaN', 'Infinity', '-Infinity')),
    original_currency text check (original_currency <> 'USD'),
    basis text check (basis in ('EXP', 'BUD')),
    line_id text,
    note text,
    primary key (breakdown, line),
    check ((original_amount is null) = (original_currency is null))
);

-- Warnings and notes of accepted submissions, at most 1,000; the counts on the submission are exact.
create table finding (
    submission uuid not null references submission,
    position integer not null check (position > 0),
    rule text not null,
    severity text not null check (severity in ('warn', 'note')),
    line_row bigint,
    field text,
    pointer text,
    value text,
    message text not null,
    expected text,
    primary key (submission, position)
);

-- Publishers take this row first: so editions become visible in the order of their numbers, and without gaps.
create table last_edition (
    only_row boolean primary key default true check (only_row),
    number bigint not null
);
insert into last_edition (number) values (0);

create table edition (
    number bigint primary key check (number > 0),
    published_at timestamptz not null unique,
    title text check (length(title) <= 500),
    published_by text not null
);

-- From this edition on an entity's year and flow consist of exactly the breakdowns listed for it.
create table edition_publication (
    id bigint generated always as identity primary key,
    edition bigint not null references edition,
    submission uuid not null references submission,
    entity text not null,
    year integer not null,
    flow text not null,
    control_total numeric not null
);
create unique index edition_publication_in_force on edition_publication (entity, year, flow, edition desc);
create index edition_publication_of_edition on edition_publication (edition);

-- All that was published by an edition's request, in its order.
create table edition_submission (
    edition bigint not null references edition,
    position integer not null check (position > 0),
    submission uuid not null unique references submission,
    primary key (edition, position)
);

create table edition_breakdown (
    publication bigint not null references edition_publication,
    breakdown bigint not null references breakdown,
    carried boolean not null,
    primary key (publication, breakdown)
);
-- a breakdown's lines are handed out with one edition only
create unique index edition_breakdown_once on edition_breakdown (breakdown) where not carried;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% of % is refused: it never changes', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger edition_never_changes before update or delete or truncate on edition
    for each statement execute function refuse_change();
create trigger edition_publication_never_changes before update or delete or truncate on edition_publication
    for each statement execute function refuse_change();
create trigger edition_submission_never_changes before update or delete or truncate on edition_submission
    for each statement execute function refuse_change();
create trigger edition_breakdown_never_changes before update or delete or truncate on edition_breakdown
    for each statement execute function refuse_change();

create function refuse_change_of_published_breakdown() returns trigger language plpgsql as $$
begin
    if exists (select from edition_breakdown where edition_breakdown.breakdown = old.id) then
        raise exception 'breakdown % is published: it never changes', old.id using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger published_breakdown_never_changes before update or delete on breakdown
    for each row execute function refuse_change_of_published_breakdown();

create function refuse_change_of_published_line() returns trigger language plpgsql as $$
begin
    if exists (select from edition_breakdown where edition_breakdown.breakdown = old.breakdown) then
        raise exception 'line % of breakdown % is published: it never changes', old.line, old.breakdown
            using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger published_line_never_changes before update or delete on line
    for each row execute function refuse_change_of_published_line();

-- All of a published submission stays as it is but its status, which may only become superseded.
create function refuse_change_of_published_submission() returns trigger language plpgsql as $$
begin
    if old.status <> 'validated'
        and (tg_op = 'DELETE'
            or to_jsonb(new) - 'status' <> to_jsonb(old) - 'status'
            or (old.status, new.status) not in (('published', 'published'), ('published', 'superseded'),
                ('superseded', 'superseded'))) then
        raise exception 'submission % is published: it never changes', old.id using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger published_submission_never_changes before update or delete on submission
    for each row execute function refuse_change_of_published_submission();

create trigger line_is_never_truncated before truncate on line
    for each statement execute function refuse_change();
