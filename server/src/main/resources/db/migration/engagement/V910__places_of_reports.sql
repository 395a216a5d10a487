-- Where a report lies: the unit of each level when it came, so that those who look at what is held
-- are given those of their own ground by the statement that reads them. A report that has a case
-- lies where its case does; one with a position alone is placed by the program, which knows the
-- outlines, and has none until then.
alter table engagement.report add column places text[];

update engagement.report r
set places = c.places
from casework.pub_case_now c
where c.case_id = r.case_id;

update engagement.report
set places = '{}'
where places is null
  and longitude is null;

create index report_unplaced on engagement.report (report_id) where places is null;
