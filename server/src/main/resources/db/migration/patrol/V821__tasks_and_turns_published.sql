-- Every time somebody was given a look at a case, for the assessment.
create view patrol.pub_task as
select
  task_id,
  case_id,
  kind,
  round,
  asked_at,
  person_id,
  given_at,
  due_at,
  at as done_at,
  received_at,
  state,
  outcome,
  far::int as far
from patrol.task
where given_at is not null;

-- Turns of duty, for the assessment.
create view patrol.pub_duty as
select
  duty_id,
  person_id,
  started_at,
  ended_at,
  (ended_by = 'RULE')::int as forgotten,
  inside::int as inside,
  level,
  unit
from patrol.duty;
