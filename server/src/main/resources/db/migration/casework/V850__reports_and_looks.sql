-- What became of a report, for whoever rewards or holds it against the finder: whether it became a
-- case, was refused and why, or is a copy of another one and whose.
create view casework.pub_reported_case as
select
  c.case_id,
  c.case_no,
  c.reporter,
  c.source,
  c.category,
  c.condition,
  c.state,
  c.places,
  c.reported_at,
  c.filed_at,
  c.photos_before,
  c.photos_after,
  lead.reporter as lead_reporter,
  (select e.details::json ->> 'ground'
    from casework.case_event e
    where e.case_id = c.case_id
      and e.kind in ('acceptance-refused', 'filing-refused')
    order by e.seq desc
    limit 1) as ground
from casework.case_file c
left join casework.case_file lead on lead.case_id = c.merged_into;

-- Every verification and check, found by when it was done, with the moment it was asked for.
create index case_event_look on casework.case_event (at, case_id, seq)
  where kind in ('verification-reported', 'check-passed', 'check-failed');

create view casework.pub_look as
select
  e.case_id,
  e.seq,
  c.case_no,
  c.category,
  (e.kind = 'verification-reported') as verification,
  e.at,
  e.actor,
  (select max(r.at)
    from casework.case_event r
    where r.case_id = e.case_id
      and r.seq < e.seq
      and r.kind = case e.kind
        when 'verification-reported' then 'verification-requested'
        else 'check-requested' end) as asked_at
from casework.case_event e
join casework.case_file c on c.case_id = e.case_id
where e.kind in ('verification-reported', 'check-passed', 'check-failed');
