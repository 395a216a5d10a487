-- What somebody is drawing: one open draft a person and level, as the steps that lead to it.
create table territory.draft (
  draft_id      uuid primary key,
  person        text not null,
  level         text not null,
  base          text not null,
  state         text not null check (state in ('OPEN', 'APPLIED', 'WITHDRAWN')),
  started_at    timestamptz not null,
  ended_at      timestamptz,
  effective_on  date
);

create unique index draft_open
  on territory.draft (person, level)
  where state = 'OPEN';

create table territory.draft_step (
  draft_id  uuid not null references territory.draft,
  step_no   int not null check (step_no >= 1),
  step      text not null,
  primary key (draft_id, step_no)
);
