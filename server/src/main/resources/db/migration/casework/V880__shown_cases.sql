-- Cases that anybody may look at, and what of them: those the city took up, none that it found or
-- was told of inside. Nothing about people and no free words. due_at is the due time that judges.
create view casework.pub_shown_case as
select
  case_id,
  case_no,
  state,
  category,
  longitude,
  latitude,
  photos_before,
  photos_after,
  reported_at,
  dispatched_at,
  case when failed_checks > 0 then coalesce(first_due_at, due_at) else due_at end as due_at,
  case when state = 'CLOSED' then ended_at end as closed_at
from casework.case_file
where source not in ('INTERNAL', 'LEADER')
  and state not in (
    'REPORTED', 'VERIFYING', 'MERGED', 'REFUSED_ACCEPTANCE', 'REFUSED_FILING', 'CANCELLED');
