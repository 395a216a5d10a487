-- What other modules may read of a case. Truth values are 0 and 1, so that indicators can add them.
create view casework.pub_case as
select
  case_id,
  case_no,
  state,
  source,
  category,
  department,
  places,
  reported_at,
  filed_at,
  dispatched_at,
  due_at,
  first_due_at,
  handled_at,
  case when state = 'CLOSED' then ended_at end as closed_at,
  ended_at,
  (state = 'CANCELLED')::int as cancelled,
  (state = 'FIXED_ON_SPOT')::int as on_spot,
  (filed_at is not null)::int as filed,
  round,
  failed_checks,
  extensions,
  waived::int as waived,
  (state = 'SUSPENDED')::int as suspended,
  flags,
  address,
  description
from casework.case_file;

create view casework.pub_case_event as
select
  case_id,
  seq,
  kind,
  at,
  actor
from casework.case_event;
