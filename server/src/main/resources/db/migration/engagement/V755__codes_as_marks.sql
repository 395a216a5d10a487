-- What people follow a report by is kept as a keyed mark only; the program puts marks in place of
-- the codes that are there. An old code goes on leading to its report.
alter table engagement.report add column old_code text unique;
