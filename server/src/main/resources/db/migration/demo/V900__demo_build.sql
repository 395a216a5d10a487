create schema if not exists demo;

-- The one build of the demo city in this database.
create table demo.build (
  only_one    boolean primary key default true check (only_one),
  as_of       timestamptz not null,
  days        int not null check (days > 0),
  told_until  date,
  finished    boolean not null default false
);
