-- Code lists with all their past: every change of a list is a version, and what a version says of a code is never changed afterwards.

alter table code_list rename to former_list;
alter table former_list rename constraint code_list_pkey to former_list_pkey;
alter table code rename to former_code;
alter table former_code rename constraint code_pkey to former_code_pkey;

create table code_list (
    id text primary key check (id ~ '^[a-z]+(-[a-z]+)*$'),
    position integer not null,
    -- SHA-256 of what the reference files said of the list when they were loaded last
    reference_hash text not null
);

create table code_list_version (
    list_id text not null references code_list,
    revision integer not null check (revision > 0),
    version text not null check (version ~ '^\d+\.\d+\.\d+$'),
    made_at timestamptz not null,
    made_by text not null check (made_by <> ''),
    reason text not null check (reason <> ''),
    titles jsonb not null check (titles ? 'en'),
    standard text not null,
    -- top first
    levels text[] not null check (cardinality(levels) > 0),
    content_hash text not null,
    added integer not null,
    changed integer not null,
    retired integer not null,
    primary key (list_id, revision),
    unique (list_id, version),
    unique (list_id, made_at)
);

-- Every code that a list ever had, so that none can vanish.
create table known_code (
    list_id text not null references code_list,
    code text not null check (code <> '' and code = btrim(code)),
    primary key (list_id, code)
);

-- What a list says of a code from a revision on, until a later revision says something else.
create table code_state (
    list_id text not null,
    code text not null,
    revision integer not null,
    position integer not null,
    level text not null,
    parent text,
    labels jsonb not null check (labels ? 'en'),
    label_origins jsonb not null,
    definition text,
    notes text,
    valid_from integer,
    valid_to integer,
    superseded_by text,
    aliases jsonb not null check (jsonb_typeof(aliases) = 'array'),
    attributes jsonb not null check (jsonb_typeof(attributes) = 'object'),
    primary key (list_id, code, revision),
    foreign key (list_id, revision) references code_list_version deferrable initially deferred,
    foreign key (list_id, code) references known_code deferrable initially deferred,
    foreign key (list_id, parent) references known_code (list_id, code) deferrable initially deferred,
    foreign key (list_id, superseded_by) references known_code (list_id, code) deferrable initially deferred,
    check (valid_from <= valid_to),
    check (parent <> code),
    check (superseded_by <> code)
);

-- What the reference files said of a code when they were loaded last: where they say the same again, what an
-- administrator made of the code since is left alone.
create table reference_code (
    list_id text not null references code_list,
    code text not null,
    hash text not null,
    primary key (list_id, code)
);

insert into code_list (id, position, reference_hash)
select id, position, '' from former_list;

insert into code_list_version (list_id, revision, version, made_at, made_by, reason, titles, standard, levels, content_hash, added, changed, retired)
select id, 1, version, changed_at, 'reference files', 'The list as it was when its versions began to be kept',
    jsonb_build_object('en', title), standard,
    (select array_agg(level order by depth) from code_level where list_id = id),
    content_hash, (select count(*) from former_code where list_id = former_list.id), 0, 0
from former_list;

insert into known_code (list_id, code)
select list_id, code from former_code;

insert into code_state (list_id, code, revision, position, level, parent, labels, label_origins, definition, valid_from, valid_to, superseded_by, aliases, attributes)
select list_id, code, 1, coalesce(position, 1000000 + row_number() over (partition by list_id order by id)), level, parent,
    (select jsonb_object_agg(language, text) from label where code_id = id), '{}', definition, valid_from, valid_to, superseded_by,
    coalesce((select jsonb_agg(jsonb_build_object('alias', alias, 'source', source) order by alias.position) from alias where code_id = id), '[]'),
    attributes
from former_code;

drop table alias, label, former_code, code_level, former_list;
drop sequence code_seq;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is only ever added to', tg_table_name;
end $$;

create trigger append_only before update or delete on code_list_version for each statement execute function refuse_change();
create trigger append_only before update or delete on known_code for each statement execute function refuse_change();
create trigger append_only before update or delete on code_state for each statement execute function refuse_change();
