-- Submissions that come in several parts, of which single lines are refused, corrected and taken away.

-- What came in at once: the first request, then each that appended.
create table submission_part (
    id bigint generated always as identity primary key,
    submission uuid not null references submission,
    number integer not null check (number > 0),
    received_at timestamptz not null,
    received_by text not null,
    -- by which its lines were judged
    rules_version text not null,
    lists_version jsonb not null,
    kept_lines bigint not null check (kept_lines >= 0),
    kept_amount numeric not null,
    refused_lines bigint not null check (refused_lines >= 0),
    -- of those refused lines whose amount could be read
    refused_amount numeric not null,
    refused_without_amount bigint not null check (refused_without_amount between 0 and refused_lines),
    -- in which refused lines are given back
    columns text[] not null,
    unique (submission, number)
);

-- Lines that were refused alone, as they were sent.
create table rejected_line (
    part bigint not null references submission_part,
    position integer not null check (position > 0),
    line_row bigint not null,
    cells text[] not null,
    findings text not null,
    primary key (part, position)
);

create trigger submission_part_never_changes before update or delete or truncate on submission_part
    for each statement execute function refuse_change();
create trigger rejected_line_never_changes before update or delete or truncate on rejected_line
    for each statement execute function refuse_change();

alter table finding
    -- the part in which the row is counted
    add column part integer check (part > 0),
    add column line_id text,
    -- the line that it is about, which may be corrected
    add column breakdown bigint,
    add column line integer,
    add check ((breakdown is null) = (line is null));
