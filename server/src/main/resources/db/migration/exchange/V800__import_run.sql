create schema if not exists exchange;

-- Every time a file of cases was read. A run that was cut off has no finish.
create table exchange.import_run (
  run_id         bigint generated always as identity primary key,
  origin         text not null,
  file_name      text not null,
  sha256         text not null,
  started_at     timestamptz not null,
  finished_at    timestamptz,
  rows_read      bigint not null default 0,
  rows_added     bigint not null default 0,
  already_there  bigint not null default 0,
  rejected       bigint not null default 0
);
