create schema if not exists component;

-- The register of what stands in the city's streets. Codes are of 16 digits: county, major and
-- minor category, number in both.
create table component.component (
  code        text primary key check (code ~ '^[0-9]{16}$'),
  category    text not null,
  name        text not null,
  department  text not null default '',
  longitude   double precision not null,
  latitude    double precision not null,
  state       text not null check (state in ('IN_USE', 'DAMAGED', 'REMOVED')),
  changed_at  timestamptz not null
);

create index component_place on component.component using gist (point(longitude, latitude));

create table component.import_run (
  run_id     bigint generated always as identity primary key,
  file       text not null,
  at         timestamptz not null,
  rows_read  int not null,
  added      int not null,
  changed    int not null,
  unchanged  int not null,
  rejected   int not null
);

-- What was not taken, and why.
create table component.reject (
  run_id  bigint not null references component.import_run,
  row_no  int not null,
  code    text not null,
  reason  text not null,
  detail  text not null,
  primary key (run_id, row_no)
);

create view component.pub_component as
select code, category, name, longitude, latitude
from component.component
where state <> 'REMOVED';

-- Grows with every import.
create view component.pub_revision as
select coalesce(max(run_id), 0) as revision
from component.import_run;
