-- How far apart two photos were taken, in metres; null when either camera wrote no position. Where
-- each was taken stays sealed.
create function evidence.pub_metres_apart(one text, other text) returns double precision
language sql stable as $$
  select 2 * 6371008.8 * asin(least(1, sqrt(
    power(sin(radians(b.latitude - a.latitude) / 2), 2)
    + cos(radians(a.latitude)) * cos(radians(b.latitude))
      * power(sin(radians(b.longitude - a.longitude) / 2), 2))))
  from evidence.sealed_facts a
  join evidence.sealed_facts b on b.photo_id = other
  where a.photo_id = one
    and a.longitude is not null
    and b.longitude is not null
$$;
