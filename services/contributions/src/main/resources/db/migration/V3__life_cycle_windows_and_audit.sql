-- Drafts, certification by another person than the preparer, returns, withdrawals and test submissions; the years'
-- reporting windows; and the audit trail of all of it.

alter table submission
    drop constraint submission_status_check,
    drop constraint submission_check,
    add constraint submission_status check (status in
        ('draft', 'validated', 'certified', 'published', 'returned', 'withdrawn', 'superseded')),
    -- raised by every change; the entity tag
    add column version bigint not null default 1 check (version > 0),
    add column test boolean not null default false,
    -- whether the control total is what its breakdowns agree on, not one that was stated
    add column control_total_derived boolean not null default false,
    -- of the findings, those of single lines: the others are found anew by each validation
    add column line_warnings bigint not null default 0 check (line_warnings >= 0),
    add column line_notes bigint not null default 0 check (line_notes >= 0),
    add column certified_by text,
    add column certified_at timestamptz,
    -- SHA-256 of its canonical form, in hexadecimal; see docs/how-to-verify.md
    add column content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
    add constraint submission_control_total check (
        control_total is not null or replaces = 'breakdowns' or status in ('draft', 'returned', 'withdrawn')),
    add constraint submission_certification check (
        (certified_by is null) = (certified_at is null) and (certified_by is null) = (content_hash is null)),
    add constraint submission_certified check (status <> 'certified' or certified_by is not null),
    add constraint submission_test_is_never_published check (not test or status not in ('published', 'superseded'));

-- V1's trigger knows no other columns of a published submission than its status
alter table submission disable trigger published_submission_never_changes;
update submission set
    line_warnings = warnings - (select count(*) from finding
        where finding.submission = submission.id and severity = 'warn'
            and rule in ('CONTROL-TOTAL-NOT-REACHED', 'CONTROL-TOTAL-EXCEEDED')),
    line_notes = notes - (select count(*) from finding
        where finding.submission = submission.id and severity = 'note' and rule = 'LINES-REPEATED');
alter table submission enable trigger published_submission_never_changes;

-- Everybody who changed it; none of them may certify it.
create table submission_preparer (
    submission uuid not null references submission,
    name text not null check (name <> ''),
    -- whether it was the secretariat, not the entity itself
    secretariat boolean not null,
    primary key (submission, name)
);
insert into submission_preparer (submission, name, secretariat) select id, prepared_by, false from submission;

create table status_change (
    before text not null,
    after text not null,
    primary key (before, after)
);
insert into status_change (before, after) values
    ('draft', 'validated'), ('draft', 'withdrawn'),
    ('validated', 'certified'), ('validated', 'returned'), ('validated', 'withdrawn'),
    ('certified', 'published'), ('certified', 'returned'), ('certified', 'withdrawn'),
    -- replaced by another of the same edition
    ('certified', 'superseded'),
    ('returned', 'validated'), ('returned', 'withdrawn'),
    ('published', 'superseded');

-- What is certified stays as it is, but for its status; what is returned loses its certificate.
create or replace function refuse_change_of_published_submission() returns trigger language plpgsql as $$
declare
    free text[] := array['status', 'version'];
begin
    if tg_op = 'DELETE' then
        raise exception 'submission % is never deleted', old.id using errcode = 'restrict_violation';
    end if;
    if new.status <> old.status
        and not exists (select from status_change where before = old.status and after = new.status) then
        raise exception 'submission % is %: it cannot become %', old.id, old.status, new.status
            using errcode = 'restrict_violation';
    end if;
    if new.status = 'returned' then
        free := free || array['certified_by', 'certified_at', 'content_hash'];
    end if;
    if old.status in ('certified', 'published', 'superseded', 'withdrawn')
        and to_jsonb(new) - free <> to_jsonb(old) - free then
        raise exception 'submission % is %: it does not change', old.id, old.status
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
alter trigger published_submission_never_changes on submission rename to submission_changes_as_its_status_allows;

create function is_fixed(asked bigint) returns boolean stable language sql as $$
    select exists (select from breakdown join submission on submission.id = breakdown.submission
        where breakdown.id = asked and submission.status in ('certified', 'published', 'superseded', 'withdrawn'))
$$;

create or replace function refuse_change_of_published_breakdown() returns trigger language plpgsql as $$
begin
    if is_fixed(old.id) then
        raise exception 'breakdown % is certified or published: it never changes', old.id
            using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

create or replace function refuse_change_of_published_line() returns trigger language plpgsql as $$
begin
    if is_fixed(old.breakdown) then
        raise exception 'line % of breakdown % is certified or published: it never changes', old.line, old.breakdown
            using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

-- When entities may submit and certify a year. A year without a window is open.
create table reporting_window (
    year integer primary key check (year between 2011 and 2999),
    version bigint not null check (version > 0),
    opens timestamptz not null,
    -- the last moment
    deadline timestamptz not null,
    check (opens < deadline)
);

create table reporting_window_extension (
    year integer not null references reporting_window,
    entity text not null check (entity <> ''),
    deadline timestamptz not null,
    reason text not null check (reason <> ''),
    primary key (year, entity)
);

-- Every step that was ever done, each with the hash of the one before it; see docs/how-to-verify.md.
create table audit_step (
    position bigint primary key check (position > 0),
    at timestamptz not null,
    actor text not null check (actor <> ''),
    action text not null check (action <> ''),
    submission uuid,
    entity text,
    year integer,
    flow text,
    -- text and whole numbers by name
    details jsonb not null,
    previous_hash text not null,
    hash text not null unique
);
create index audit_step_of_submission on audit_step (submission, position);
create index audit_step_of_entity on audit_step (entity, position);

-- Whoever adds a step takes this row last: so steps stand in the order in which they became visible.
create table audit_head (
    only_row boolean primary key default true check (only_row),
    length bigint not null check (length >= 0),
    hash text not null
);
insert into audit_head (length, hash) values (0, repeat('0', 64));

create trigger audit_step_never_changes before update or delete or truncate on audit_step
    for each statement execute function refuse_change();
create trigger audit_head_stays before delete or truncate on audit_head
    for each statement execute function refuse_change();

create function refuse_shorter_trail() returns trigger language plpgsql as $$
begin
    if new.length <= old.length
        or not exists (select from audit_step where position = new.length and hash = new.hash) then
        raise exception 'the audit trail only grows' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger audit_head_only_grows before update on audit_head
    for each row execute function refuse_shorter_trail();
