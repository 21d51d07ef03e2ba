-- All findings, not the first thousand: of submissions for ever, of what was refused or only tried for some days.
-- Beside them the settings of the rules, and what entities say to their warnings.

create table validation_report (
    id uuid primary key,
    -- null where nothing was stored; else the report has the submission's id
    submission uuid unique references submission check (submission = id),
    -- who may read it beside the secretariat: the entity that the sender acts for, if it acts for one
    sender_entity text,
    sender text,
    dry_run boolean not null default false,
    -- what was judged, as far as it could be read
    entity text,
    year integer,
    flow text,
    rules_version text,
    made_at timestamptz,
    kept_until timestamptz,
    -- numbers of findings are never given twice, also where a later validation does not find one again
    findings_numbered bigint not null default 0 check (findings_numbered >= 0),
    check ((submission is null) = (sender is not null)),
    check ((submission is null) = (made_at is not null)),
    check ((submission is null) = (rules_version is not null)),
    check ((submission is null) = (kept_until is not null))
);
create index validation_report_by_age on validation_report (kept_until) where kept_until is not null;

insert into validation_report (id, submission, findings_numbered)
    select id, id, (select coalesce(max(position), 0) from finding where finding.submission = submission.id)
    from submission;

alter table finding rename column submission to report;
alter table finding
    drop constraint finding_submission_fkey,
    add constraint finding_report_fkey foreign key (report) references validation_report on delete cascade,
    drop constraint finding_severity_check,
    add constraint finding_severity_check check (severity in ('reject', 'warn', 'note')),
    add column gravity smallint not null generated always as
        (case severity when 'reject' then 1 when 'warn' then 2 else 3 end) stored;
create index finding_gravest_first on finding (report, gravity, position);

-- Exact, also where there are more findings than are stored.
create table finding_count (
    report uuid not null references validation_report on delete cascade,
    rule text not null,
    severity text not null check (severity in ('reject', 'warn', 'note')),
    findings bigint not null check (findings >= 0),
    stored bigint not null check (stored between 0 and findings),
    -- how many lines they are on, and the sum of the absolute amounts of those in United States dollars
    lines bigint not null check (lines >= 0),
    amount numeric not null check (amount >= 0 and amount < 'Infinity'),
    primary key (report, rule, severity)
);
-- of findings from before, the lines' amounts were not kept
insert into finding_count (report, rule, severity, findings, stored, lines, amount)
    select report, rule, severity, count(*), count(*), count(distinct line_row), 0 from finding
    group by report, rule, severity;

-- What administrators set, one row each time: all settings of one rule. The newest row of a rule counts.
create table rule_settings (
    -- of all settings; what a submission was judged by is the catalogue's version and this one
    version bigint primary key check (version > 0),
    rule text not null check (rule <> ''),
    -- of this rule's settings; the entity tag
    revision bigint not null check (revision > 0),
    settings jsonb not null check (jsonb_typeof(settings) = 'array'),
    reason text not null check (length(reason) between 1 and 4000),
    set_by text not null check (set_by <> ''),
    set_at timestamptz not null,
    unique (rule, revision)
);
create trigger rule_settings_never_change before update or delete or truncate on rule_settings
    for each statement execute function refuse_change();

-- What entities say to warnings. The newest row counts; the others stay.
create table explanation (
    id bigint generated always as identity primary key,
    submission uuid not null references submission,
    rule text not null check (rule <> ''),
    -- the finding's number; null for all warnings of the rule
    finding bigint,
    text text not null check (length(text) between 1 and 4000),
    written_by text not null check (written_by <> ''),
    written_at timestamptz not null
);
create index explanation_of_submission on explanation (submission, rule, finding, id desc);
create trigger explanation_never_changes before update or delete or truncate on explanation
    for each statement execute function refuse_change();

-- The workbook that was sent, where it was one, to give it back with comments in its cells.
create table report_workbook (
    report uuid primary key references validation_report on delete cascade,
    content bytea not null check (length(content) <= 4194304)
);
