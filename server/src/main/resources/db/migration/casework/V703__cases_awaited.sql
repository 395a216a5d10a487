-- Cases that wait for somebody to go and look.
create index case_file_awaited on casework.case_file (case_id)
where state in ('VERIFYING', 'CHECKING');

create view casework.pub_awaited as
select case_id, state, round, places
from casework.case_file
where state in ('VERIFYING', 'CHECKING');
