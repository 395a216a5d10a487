create schema if not exists points;

-- Rules as a file said them (积分规则). An entry names the version it was booked under.
create table points.rule_set (
  version   text primary key,
  from_day  date not null,
  hash      text not null,
  file      text not null,
  content   text not null,
  put_at    timestamptz not null,
  put_by    text not null
);

-- The ledger of points (积分流水): what was booked stays; what turned out otherwise is countered.
-- Amounts are hundredths of a point. deed_day is when it was done, day the one it counts for: the
-- same until the month is settled, the day of the booking afterwards.
create table points.entry (
  entry_id   bigint generated always as identity primary key,
  person_id  text not null,
  day        date not null,
  deed_day   date not null,
  at         timestamptz not null,
  amount     int not null,
  rule       text not null,
  version    text not null,
  cause      text not null,
  turn       int not null,
  case_id    bigint,
  case_no    text not null default '',
  category   text not null default '',
  text_zh    text not null,
  text_en    text not null,
  note       text not null default '',
  reverses   bigint references points.entry,
  by_hand    boolean not null,
  booked_at  timestamptz not null,
  unique (person_id, rule, cause, turn)
);

create index entry_person on points.entry (person_id, day);
create index entry_day on points.entry (day);
create index entry_deed_day on points.entry (deed_day) where not by_hand;
create index entry_reverses on points.entry (reverses);

create function points.refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception 'The ledger of points is append-only: % is refused.', lower(tg_op)
    using errcode = 'integrity_constraint_violation';
end
$$;

create trigger append_only before update or delete on points.entry
  for each row execute function points.refuse_change();
create trigger no_truncate before truncate on points.entry
  for each statement execute function points.refuse_change();

-- Days that something was told of and that are computed anew by the next round.
create table points.due_day (
  day  date primary key
);

-- Days that were computed before.
create table points.booked_day (
  day  date primary key,
  at   timestamptz not null
);

-- Up to when what happened elsewhere was looked through.
create table points.told_until (
  only_one  boolean primary key default true check (only_one),
  until     timestamptz not null
);

-- What one person proposes and another decides: an amount by hand, an objection to an entry, a
-- falsification. It is decided once.
create table points.adjustment (
  adjustment_id  bigint generated always as identity primary key,
  kind           text not null check (kind in ('BY_HAND', 'OBJECTION', 'FALSIFICATION')),
  person_id      text not null,
  amount         int not null,
  entry_id       bigint references points.entry,
  rule           text not null default '',
  cause          text not null default '',
  deed_day       date,
  case_id        bigint,
  case_no        text not null default '',
  reason         text not null,
  photos         text[] not null default '{}',
  state          text not null check (state in ('PROPOSED', 'GRANTED', 'DECLINED')),
  proposed_by    text not null,
  proposed_at    timestamptz not null,
  decided_by     text not null default '',
  decided_at     timestamptz,
  answer         text not null default '',
  check ((state = 'PROPOSED') = (decided_at is null)),
  check (decided_by = '' or decided_by <> proposed_by)
);

create index adjustment_person on points.adjustment (person_id, adjustment_id);
create index adjustment_open on points.adjustment (adjustment_id) where state = 'PROPOSED';
create index adjustment_case on points.adjustment (case_id) where case_id is not null;
create unique index adjustment_entry on points.adjustment (entry_id) where entry_id is not null;
