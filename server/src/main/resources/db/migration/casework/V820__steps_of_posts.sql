-- Who found a case in the street, and how often it was sent back, for the assessment.
create or replace view casework.pub_case as
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
  description,
  returns,
  case when source = 'SUPERVISOR' then reporter else '' end as supervisor
from casework.case_file;

create index case_event_at on casework.case_event using brin (at);

-- What people of the centre did, each with the moment since which it was owed. undone_at is when a
-- dispatch was sent back, or the case of a filing cancelled.
create view casework.pub_step as
select
  step.case_id,
  step.seq,
  step.kind,
  step.at as done_at,
  step.actor as person,
  (
    select max(owed.at)
    from casework.case_event owed
    where owed.case_id = step.case_id
      and owed.seq < step.seq
      and owed.kind = any (
        case step.kind
          when 'filed' then array['accepted', 'verification-reported']
          when 'dispatched' then array['filed', 'returned']
          when 'arbitrated' then array['returned']
          when 'check-requested' then array['handled']
          when 'closed' then array['check-passed']
          else array['reported', 'verification-reported']
        end)
  ) as since_at,
  case
    when step.kind = 'filed' then (
      select max(later.at)
      from casework.case_event later
      where later.case_id = step.case_id and later.seq > step.seq and later.kind = 'cancelled')
    when step.kind in ('dispatched', 'arbitrated') then (
      select case when later.kind = 'returned' then later.at end
      from casework.case_event later
      where later.case_id = step.case_id
        and later.seq > step.seq
        and later.kind in ('dispatched', 'arbitrated', 'returned')
      order by later.seq
      limit 1)
  end as undone_at
from casework.case_event step
where step.kind in (
  'accepted', 'acceptance-refused', 'verification-requested', 'merged', 'filed', 'dispatched',
  'arbitrated', 'check-requested', 'closed', 'urged', 'supervision-ordered', 'extension-granted');
