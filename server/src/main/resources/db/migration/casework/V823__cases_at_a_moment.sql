-- The published cases as they stood at a past moment, read from what had happened to them until
-- then. What is shown here of a moment that is now is what pub_case shows.
create function casework.pub_case_at(moment timestamptz)
returns table (
  case_id bigint, case_no text, source text, category text, department text, places text[],
  reported_at timestamptz, filed_at timestamptz, dispatched_at timestamptz, due_at timestamptz,
  first_due_at timestamptz, handled_at timestamptz, closed_at timestamptz, ended_at timestamptz,
  cancelled int, on_spot int, filed int, round int, failed_checks int, extensions int, waived int,
  suspended int, address text, returns int, supervisor text)
language sql stable as $$
select
  file.case_id,
  file.case_no,
  file.source,
  coalesce(cast(told.filing as jsonb) ->> 'category', file_category.first),
  case when told.finished in ('fixed-on-spot', 'acceptance-refused', 'filing-refused', 'merged')
    then '' else coalesce(cast(told.assigned as jsonb) ->> 'department', '') end,
  file.places,
  file.reported_at,
  told.filed_at,
  told.dispatched_at,
  cast(cast(told.clocked as jsonb) ->> 'due' as timestamptz),
  cast(cast(told.first_clocked as jsonb) ->> 'due' as timestamptz),
  case when told.handled_seq > coalesce(told.sent_seq, 0) then told.handled_at end,
  case when told.finished = 'closed' then told.finished_at end,
  case when told.finished <> 'split' then told.finished_at end,
  (told.finished is not distinct from 'cancelled')::int,
  (told.finished is not distinct from 'fixed-on-spot')::int,
  (told.filed_at is not null)::int,
  case when told.dispatched_at is null then 0 else 1 + told.rounds end,
  told.failed,
  told.extensions,
  coalesce((cast(told.appealed as jsonb) ->> 'waived')::boolean, false)::int,
  (told.paused is not distinct from 'suspended' and told.finished is null)::int,
  file.address,
  told.returns,
  case when file.source = 'SUPERVISOR' then file.reporter else '' end
from casework.case_file file
cross join lateral (
  select
    max(event.at) filter (where event.kind = 'filed') as filed_at,
    max(event.at) filter (where event.kind in ('dispatched', 'arbitrated')) as dispatched_at,
    max(event.at) filter (where event.kind = 'handled') as handled_at,
    max(event.seq) filter (where event.kind = 'handled') as handled_seq,
    max(event.seq) filter (where event.kind in ('dispatched', 'arbitrated', 'check-failed'))
      as sent_seq,
    (array_agg(event.details order by event.seq desc) filter (where event.kind = 'filed'))[1]
      as filing,
    (array_agg(case when event.kind = 'returned' then '{}' else event.details end
      order by event.seq desc)
      filter (where event.kind in ('dispatched', 'arbitrated', 'returned')))[1] as assigned,
    (array_agg(case when event.kind = 'returned' then '{}' else event.details end
      order by event.seq desc)
      filter (where event.kind in (
        'dispatched', 'arbitrated', 'returned', 'check-failed', 'extension-granted', 'resumed')))[1]
      as clocked,
    -- A resumed case moves its first due time as long as nothing else has moved the clock.
    (array_agg(case when event.kind = 'returned' then '{}' else event.details end
      order by event.seq desc)
      filter (where event.kind in ('dispatched', 'arbitrated', 'returned')
        or (event.kind = 'resumed' and not event.moved)))[1] as first_clocked,
    (array_agg(event.kind order by event.seq desc) filter (where event.kind in (
      'closed', 'fixed-on-spot', 'acceptance-refused', 'filing-refused', 'merged', 'cancelled',
      'split')))[1] as finished,
    (array_agg(event.at order by event.seq desc) filter (where event.kind in (
      'closed', 'fixed-on-spot', 'acceptance-refused', 'filing-refused', 'merged', 'cancelled',
      'split')))[1] as finished_at,
    (array_agg(event.details order by event.seq desc) filter (where event.kind = 'appeal-decided'))[1]
      as appealed,
    (array_agg(event.kind order by event.seq desc)
      filter (where event.kind in ('suspended', 'resumed')))[1] as paused,
    (count(*) filter (where event.kind = 'check-failed'))::int as failed,
    (count(*) filter (where event.kind = 'check-failed' and not event.resent))::int as rounds,
    (count(*) filter (where event.kind = 'extension-granted'))::int as extensions,
    (count(*) filter (where event.kind = 'returned'))::int as returns
  from (
    select
      each.seq, each.kind, each.at, each.details,
      -- whether the clock of this dispatch was moved before
      coalesce(bool_or(each.kind in ('check-failed', 'extension-granted'))
        over (partition by each.dispatch order by each.seq), false) as moved,
      each.dispatch < max(each.dispatch) over () as resent
    from (
      select
        told.seq, told.kind, told.at, told.details,
        count(*) filter (where told.kind in ('dispatched', 'arbitrated'))
          over (order by told.seq) as dispatch
      from casework.case_event told
      where told.case_id = file.case_id
        and told.at <= moment
    ) each
  ) event
) told
cross join lateral (
  select cast(opening.details as jsonb) ->> 'category' as first
  from casework.case_event opening
  where opening.case_id = file.case_id
    and opening.seq = 1
) file_category
where file.reported_at <= moment
$$;
