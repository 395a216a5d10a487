-- Whose cases wait for somebody to look: enough to say who may know of it.
create or replace view casework.pub_awaited as
select case_id, state, round, places, reporter, department, assisting
from casework.case_file
where state in ('VERIFYING', 'CHECKING');
