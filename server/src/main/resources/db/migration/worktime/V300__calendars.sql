create schema if not exists worktime;

-- Every calendar that was ever in force, as the file said it: a deadline names its version.
create table worktime.calendar (
  version      text primary key,
  hash         text not null,
  file         text not null,
  content      text not null,
  imported_at  timestamptz not null
);

-- Which calendar is in force: the last row.
create table worktime.calendar_in_force (
  number   bigint generated always as identity primary key,
  version  text not null references worktime.calendar,
  since    timestamptz not null
);
