-- What a person who follows a case is told of it, and what a list of the neighbourhood shows. It
-- has neither the words of the report nor who reported it.
create view casework.pub_followed_case as
select
  case_id,
  case_no,
  state,
  source,
  category,
  address,
  longitude,
  latitude,
  photos_before,
  photos_after,
  reported_at,
  ended_at,
  reason,
  merged_into
from casework.case_file;
