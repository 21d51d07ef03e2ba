-- Code lists of the data standards. What a code means in the standards is said in docs/data-standards.md.

create table code_list (
    id text primary key check (id ~ '^[a-z]+(-[a-z]+)*$'),
    title text not null,
    standard text not null,
    position integer not null unique,
    version text not null check (version ~ '^\d+\.\d+\.\d+$'),
    -- SHA-256 of the reference file that was loaded last, and of what the list holds now
    reference_hash text not null,
    content_hash text not null,
    changed_at timestamptz not null
);

-- The levels of a list's hierarchy; 0 is the top.
create table code_level (
    list_id text not null references code_list,
    depth integer not null check (depth >= 0),
    level text not null,
    primary key (list_id, depth),
    unique (list_id, level)
);

create sequence code_seq increment by 50;

create table code (
    id bigint primary key,
    list_id text not null references code_list,
    code text not null check (code <> '' and code = btrim(code)),
    level text not null,
    parent text,
    -- place in the reference file; null for what was imported, which comes after in the order of its arrival
    position integer,
    definition text,
    valid_from integer,
    valid_to integer,
    superseded_by text,
    attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object'),
    unique (list_id, code),
    unique (list_id, id),
    foreign key (list_id, level) references code_level (list_id, level) deferrable initially deferred,
    foreign key (list_id, parent) references code (list_id, code) deferrable initially deferred,
    foreign key (list_id, superseded_by) references code (list_id, code) deferrable initially deferred,
    check (valid_from <= valid_to),
    check (parent <> code),
    check (superseded_by <> code)
);

create index code_by_parent on code (list_id, parent);

create table label (
    code_id bigint not null references code on delete cascade,
    language text not null check (language ~ '^[a-z]{2}$'),
    text text not null check (text <> ''),
    primary key (code_id, language)
);

create table alias (
    code_id bigint not null,
    position integer not null,
    list_id text not null,
    alias text not null check (alias <> ''),
    -- the alias as it is compared: without surrounding blanks, in upper case
    spelling text not null check (spelling = btrim(spelling)),
    source text not null,
    primary key (code_id, position),
    foreign key (list_id, code_id) references code (list_id, id) on delete cascade,
    unique (list_id, spelling) deferrable initially deferred
);
