-- A stretch of a turn outside of the ground one is posted to (离岗越界), found once from the whole
-- track when the turn is over. It stays when the positions are thinned.
create table patrol.off_ground (
  duty_id    bigint not null,
  part       int not null,
  person_id  text not null,
  from_at    timestamptz not null,
  to_at      timestamptz not null,
  farthest_m double precision not null,
  on_task    boolean not null,
  found_at   timestamptz not null,
  primary key (duty_id, part)
);

create index off_ground_from on patrol.off_ground (from_at);
create index off_ground_found on patrol.off_ground (found_at);

-- Turns whose track was looked through.
create table patrol.ground_look (
  duty_id    bigint primary key,
  looked_at  timestamptz not null
);

create index duty_sign_received on patrol.duty_sign (received_at);
create index task_late on patrol.task (due_at) where state = 'LATE';

create view patrol.pub_off_ground as
select duty_id, part, person_id, from_at, to_at, on_task, found_at
from patrol.off_ground;

-- Turns of duty with the unit one stood nearest to when signing on.
create view patrol.pub_turn as
select duty_id, person_id, started_at, ended_at, level, unit
from patrol.duty;

-- What phones told of turns, by when it came.
create view patrol.pub_turn_told as
select s.received_at, d.started_at
from patrol.duty_sign s
join patrol.duty d on d.duty_id = s.duty_id;

create view patrol.pub_given_task as
select task_id, case_id, kind, state, person_id, asked_at, given_at, due_at, received_at
from patrol.task;
