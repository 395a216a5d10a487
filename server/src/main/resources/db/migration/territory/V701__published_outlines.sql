-- Outlines of the units in force today; WKB in WGS84 degrees.
create view territory.pub_outline as
select unit.level, level.depth, unit.code, unit.name_zh, unit.name_en, unit.shape
from territory.city
cross join territory.level
join territory.unit on unit.level = level.code
where unit.valid_from <= (now() at time zone city.zone)::date
  and (unit.valid_to is null or unit.valid_to > (now() at time zone city.zone)::date);
