-- Ratings with a key of their own, so that a figure opens onto them.
create or replace view engagement.pub_rating as
select
  case_id,
  solved::int as solved,
  stars,
  rated_at,
  report_id
from engagement.rating;
