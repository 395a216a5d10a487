-- Cancellations (作废) stand in the ledgers of the units beside extensions and suspensions.
drop index casework.case_event_unit_fact;

create index case_event_unit_fact on casework.case_event (at, case_id, seq)
  where kind in ('dispatched', 'arbitrated', 'returned', 'extension-asked', 'extension-granted',
    'suspension-asked', 'suspended', 'cancellation-asked', 'cancelled', 'check-failed', 'appealed',
    'appeal-decided', 'urged', 'supervision-ordered');

create or replace view casework.unit_fact as
select
  e.case_id,
  e.seq,
  e.at,
  case e.kind
    when 'dispatched' then array['dispatched']
    when 'arbitrated' then array['dispatched', 'arbitrated']
    when 'returned' then array['returned']
    when 'extension-asked' then array['extension_asked']
    when 'extension-granted' then array['extension_granted']
    when 'suspension-asked' then array['suspension_asked']
    when 'suspended' then array['suspension_granted']
    when 'cancellation-asked' then array['cancellation_asked']
    when 'cancelled' then array['cancelled']
    when 'check-failed' then array['reworked']
    when 'appealed' then array['appealed']
    when 'urged' then array['urged']
    when 'supervision-ordered' then array['ordered']
    when 'appeal-decided' then
      case when e.details::json ->> 'waived' = 'true' then array['waived'] else '{}'::text[] end
  end as facts,
  coalesce(
    e.details::json ->> 'department',
    (select d.details::json ->> 'department'
      from casework.case_event d
      where d.case_id = e.case_id
        and d.seq < e.seq
        and d.kind in ('dispatched', 'arbitrated')
      order by d.seq desc
      limit 1),
    '') as department,
  coalesce(
    e.details::json ->> 'reason',
    e.details::json ->> 'message',
    e.details::json ->> 'record',
    '') as words
from casework.case_event e
where e.kind in ('dispatched', 'arbitrated', 'returned', 'extension-asked', 'extension-granted',
    'suspension-asked', 'suspended', 'cancellation-asked', 'cancelled', 'check-failed', 'appealed',
    'appeal-decided', 'urged', 'supervision-ordered');
