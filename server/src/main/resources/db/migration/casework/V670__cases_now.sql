-- What the command screen counts: cases as they stand at this moment. The open ones, those of a day
-- by report and by end are each found by an index of the table.
create view casework.pub_case_now as
select
  case_id,
  case_no,
  state,
  category,
  department,
  assisting,
  places,
  address,
  reported_at,
  due_at,
  warn_at,
  suspended_at,
  ended_at
from casework.case_file;

-- What lately entered the ledger; found by the moment it was recorded.
create view casework.pub_case_event_now as
select case_id, seq, kind, at, recorded_at
from casework.case_event;
