-- Up to which moment of the ledger staff were told; one row.
create table engagement.staff_told (
  only_one  boolean primary key default true check (only_one),
  until     timestamptz not null
);
