create schema if not exists patrol;

-- What a phone said beside the case it reported. The case itself, and that it is one, is the
-- ledger's. Moments of the phone are as its clock said; skew is server minus phone when it was sent.
create table patrol.report (
  client_id    uuid primary key,
  person_id    text not null,
  case_id      bigint not null unique,
  on_spot      boolean not null,
  taken_at     timestamptz not null,
  sent_at      timestamptz not null,
  received_at  timestamptz not null,
  skew_ms      bigint not null,
  longitude    double precision not null,
  latitude     double precision not null,
  accuracy_m   real not null,
  component    text not null default ''
);

create index report_person on patrol.report (person_id, taken_at);

-- A turn of duty. Between phone_from and phone_to, by the phone's own clock, positions are kept.
create table patrol.duty (
  duty_id     bigint generated always as identity primary key,
  person_id   text not null,
  phone_from  timestamptz not null,
  phone_to    timestamptz,
  skew_ms     bigint not null,
  started_at  timestamptz not null,
  ended_at    timestamptz,
  ended_by    text not null default '' check (ended_by in ('', 'PERSON', 'RULE')),
  inside      boolean not null,
  distance_m  double precision not null,
  level       text not null,
  unit        text not null,
  check ((ended_at is null) = (phone_to is null)),
  check ((ended_at is null) = (ended_by = ''))
);

create index duty_person on patrol.duty (person_id, phone_from);
create index duty_open on patrol.duty (person_id) where ended_at is null;
create index duty_day on patrol.duty (started_at);

-- Every signing on and off, also one that changed nothing.
create table patrol.duty_sign (
  client_id    uuid primary key,
  duty_id      bigint references patrol.duty,
  person_id    text not null,
  what         text not null check (what in ('ON', 'OFF')),
  at           timestamptz not null,
  sent_at      timestamptz not null,
  received_at  timestamptz not null,
  longitude    double precision not null,
  latitude     double precision not null,
  accuracy_m   real not null,
  on_duty      boolean not null,
  inside       boolean not null,
  distance_m   double precision not null,
  level        text not null,
  unit         text not null
);

create index duty_sign_duty on patrol.duty_sign (duty_id);
create index duty_sign_person on patrol.duty_sign (person_id, received_at);
