-- Somebody is to go and look at a case (核实、核查). While nobody may, it waits and says why.
create table patrol.task (
  task_id      bigint generated always as identity primary key,
  case_id      bigint not null,
  kind         text not null check (kind in ('VERIFICATION', 'CHECK')),
  round        int not null,
  asked_at     timestamptz not null,
  state        text not null check (
    state in ('WAITING', 'OPEN', 'TELLING', 'DONE', 'UNREACHABLE', 'LATE', 'ENDED')),
  person_id    text not null default '',
  given_at     timestamptz,
  due_at       timestamptz,
  why          text not null default '',
  client_id    uuid unique,
  outcome      text not null default '',
  note         text not null default '',
  photos       text[] not null default '{}',
  at           timestamptz,
  sent_at      timestamptz,
  received_at  timestamptz,
  longitude    double precision,
  latitude     double precision,
  accuracy_m   real,
  distance_m   double precision,
  far          boolean not null default false,
  check ((person_id = '') = (given_at is null)),
  check (state <> 'WAITING' or person_id = '')
);

create unique index task_in_hand on patrol.task (case_id)
where state in ('WAITING', 'OPEN', 'TELLING');
create index task_case on patrol.task (case_id);
create index task_person on patrol.task (person_id, state);
create index task_received on patrol.task (person_id, received_at);

-- How somebody was drawn. With seed and candidates anybody can draw again and get the same.
create table patrol.draw (
  draw_id     bigint generated always as identity primary key,
  task_id     bigint not null references patrol.task,
  at          timestamptz not null,
  seed        bigint not null,
  tier        text not null,
  candidates  text[] not null,
  left_out    jsonb not null,
  person_id   text not null
);

create index draw_task on patrol.draw (task_id);
