create schema if not exists assessment;
comment on schema assessment is 'Indicators, marks and the archive of closed months';

-- Months this city has written into an archive, by the SHA-256 of their manifest. Only added to.
create table assessment.kept_month (
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  manifest text not null check (manifest ~ '^[0-9a-f]{64}$'),
  rows bigint not null check (rows >= 0),
  as_of timestamptz not null,
  primary key (month, manifest)
);
