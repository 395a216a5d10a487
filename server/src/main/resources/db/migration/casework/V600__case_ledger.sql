create schema if not exists casework;

create sequence casework.case_id;

-- The present state of every problem and case. The ledger is the only writer.
create table casework.case_file (
  case_id         bigint primary key,
  case_no         text not null unique,
  origin          text not null default '',
  origin_id       text not null default '',
  version         int not null,
  head            bytea not null,
  state           text not null,

  source          text not null,
  category        text not null,
  condition       text not null default '',
  description     text not null,
  address         text not null,
  longitude       double precision,
  latitude        double precision,
  places          text[] not null,
  flags           text[] not null default '{}',
  photos_before   text[] not null default '{}',
  photos_after    text[] not null default '{}',
  photos_check    text[] not null default '{}',

  reporter        text not null,
  handler         text not null default '',
  checker         text not null default '',
  department      text not null default '',
  assisting       text[] not null default '{}',
  assisted        text[] not null default '{}',
  round           int not null default 0,
  returns         int not null default 0,
  extensions      int not null default 0,
  failed_checks   int not null default 0,

  limit_amount    int,
  limit_unit      text not null default '',
  calendar        text not null default '',
  clock_start_at  timestamptz,
  due_at          timestamptz,
  warn_at         timestamptz,
  first_due_at    timestamptz,
  signal          text not null default '',

  request         text not null default '',
  request_reason  text not null default '',
  review_on       date,
  suspended_at    timestamptz,
  previous_state  text not null default '',

  reported_at     timestamptz not null,
  filed_at        timestamptz,
  dispatched_at   timestamptz,
  handled_at      timestamptz,
  checked_at      timestamptz,
  ended_at        timestamptz,
  reason          text not null default '',
  merged_into     bigint,
  appeal          text not null default '',
  waived          boolean not null default false,

  check (head is not null and length(head) = 32),
  check ((longitude is null) = (latitude is null))
);

create unique index case_file_origin on casework.case_file (origin, origin_id) where origin <> '';

-- What happened, for ever: each row carries the hash of the row before it.
create table casework.case_event (
  case_id      bigint not null,
  seq          int not null,
  kind         text not null,
  at           timestamptz not null,
  recorded_at  timestamptz not null,
  actor        text not null,
  details      text not null,
  state_hash   bytea not null,
  hash         bytea not null,
  primary key (case_id, seq)
);

create index case_event_recorded on casework.case_event using brin (recorded_at);

create table casework.day_seal (
  day        date primary key,
  events     bigint not null,
  root       bytea not null,
  previous   bytea not null,
  sealed_at  timestamptz not null
);
