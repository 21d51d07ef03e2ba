-- Hierarchies of named groups beside a list's own tree. A version holds its groups whole, with their members and years,
-- and is never changed afterwards. That members are codes of the list is checked when a version is made: codes never vanish.

create table hierarchy (
    list_id text not null references code_list,
    id text not null check (id ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
    -- SHA-256 of what the reference files said of it when they were loaded last; null where they never named it
    reference_hash text,
    primary key (list_id, id)
);

create table hierarchy_version (
    list_id text not null,
    hierarchy text not null,
    revision integer not null check (revision > 0),
    version text not null check (version ~ '^\d+\.\d+\.\d+$'),
    made_at timestamptz not null,
    made_by text not null check (made_by <> ''),
    reason text not null check (reason <> ''),
    -- who may change it: the identifier of a key, or the reference files
    owner text not null check (owner <> ''),
    -- not to be used in new questions
    closed boolean not null,
    exclusive boolean not null,
    titles jsonb not null check (titles ? 'en'),
    title_origins jsonb not null,
    definition text,
    groups jsonb not null check (jsonb_typeof(groups) = 'array'),
    content_hash text not null,
    primary key (list_id, hierarchy, revision),
    foreign key (list_id, hierarchy) references hierarchy,
    unique (list_id, hierarchy, version),
    unique (list_id, hierarchy, made_at)
);

create trigger append_only before update or delete on hierarchy_version for each statement execute function refuse_change();
