-- What one reporter told, and what one organisation assists with, found without reading the others.
create index case_file_reporter on casework.case_file (reporter, reported_at, case_id);

create index case_file_open_assisted on casework.case_file (case_id)
  where ended_at is null and assisting <> '{}';

-- Nearly every case is closed and nearly every state means that it is open: together they are not
-- what they are one by one, and the planner has to know.
create statistics casework.case_file_open_states (mcv) on state, ended_at from casework.case_file;

-- A number is searched by its beginning. Numbers are given as cases come in, so the first and the
-- last report among those found bound the part of the list to be read.
alter table casework.case_search add column reported_at timestamptz;

update casework.case_search s
set reported_at = f.reported_at
from casework.case_file f
where f.case_id = s.case_id;

alter table casework.case_search alter column reported_at set not null;

drop index casework.case_search_no;

create index case_search_no on casework.case_search (case_no, reported_at);
