-- With which rate a line in another currency was converted. Its year is the submission's, its version is among the
-- submission's versions of lists. Lines that came in before do not know it.
alter table line add column original_rate numeric check (original_rate > 0 and original_rate < 'Infinity');
alter table line add constraint line_says_its_rate
    check ((original_amount is null) = (original_rate is null)) not valid;
