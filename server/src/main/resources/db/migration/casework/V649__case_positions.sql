-- Where cases were reported, for figures by ground rather than by code.
create view casework.pub_case_position as
select case_id, reported_at, longitude, latitude
from casework.case_file
where longitude is not null
  and latitude is not null;
