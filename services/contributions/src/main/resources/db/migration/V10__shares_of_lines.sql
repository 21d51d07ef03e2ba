-- Lines that came in as one, split by percentages of SDGs: each part knows the whole as it was stated.
alter table line
    -- number of the first part of the same whole
    add column split_line integer check (split_line > 0 and split_line <= line),
    -- in the currency in which it was submitted
    add column split_amount numeric check (split_amount not in ('NaN', 'Infinity', '-Infinity')),
    add column split_percent numeric check (split_percent > 0 and split_percent <= 100),
    add constraint line_is_a_part_or_whole check (
        (split_line is null) = (split_amount is null) and (split_line is null) = (split_percent is null)
        and (split_line is null or sdg is not null));
