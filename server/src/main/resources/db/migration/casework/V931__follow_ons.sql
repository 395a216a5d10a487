-- Cases that the platform opened as the next stage of a closed one: nobody found them.
-- follows is the id of the closed one.
create view casework.pub_follow_on as
select case_id, origin_id as follows
from casework.case_file
where origin = 'stage';
