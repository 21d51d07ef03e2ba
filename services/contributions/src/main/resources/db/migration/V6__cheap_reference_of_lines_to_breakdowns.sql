-- A line's breakdown must exist. A foreign key looks that up line by line when the transaction ends, which takes longer
-- than storing the lines; this looks it up once for each breakdown that a statement adds lines to.

alter table line drop constraint line_breakdown_fkey;

-- The breakdowns that have lines, or had. Deferred as before: lines flow in before the totals of their breakdown are known.
create table breakdown_with_lines (
    breakdown bigint primary key references breakdown on delete cascade deferrable initially deferred
);
insert into breakdown_with_lines select distinct breakdown from line;

create function remember_breakdowns_of_lines() returns trigger language plpgsql as $$
begin
    insert into breakdown_with_lines select distinct breakdown from added on conflict do nothing;
    return null;
end $$;
create trigger line_has_a_breakdown after insert on line
    referencing new table as added for each statement execute function remember_breakdowns_of_lines();

create function refuse_line_of_another_breakdown() returns trigger language plpgsql as $$
begin
    raise exception 'line % stays in breakdown %', old.line, old.breakdown using errcode = 'restrict_violation';
end $$;
create trigger line_stays_in_its_breakdown before update of breakdown on line
    for each row when (old.breakdown <> new.breakdown) execute function refuse_line_of_another_breakdown();

create function refuse_to_forget_breakdown_with_lines() returns trigger language plpgsql as $$
begin
    if exists (select from line where line.breakdown = old.breakdown) then
        raise exception 'breakdown % has lines', old.breakdown using errcode = 'foreign_key_violation';
    end if;
    return old;
end $$;
create trigger breakdown_with_lines_stays before delete or update on breakdown_with_lines
    for each row execute function refuse_to_forget_breakdown_with_lines();
create trigger breakdown_with_lines_is_never_truncated before truncate on breakdown_with_lines
    for each statement execute function refuse_change();
