create schema if not exists territory;

-- The one city of this database. Its revision grows with every change of the geography, so that
-- every process notices and tiles know when they are stale.
create table territory.city (
  single      boolean primary key default true check (single),
  code        text not null,
  name_zh     text not null,
  name_en     text not null,
  zone        text not null,
  longitude   double precision not null,
  latitude    double precision not null,
  zoom        double precision not null,
  demo        boolean not null,
  revision    bigint not null default 1
);

create table territory.level (
  depth       int primary key check (depth >= 1),
  code        text not null unique,
  name_zh     text not null,
  name_en     text not null,
  parent      text not null
);

-- One version of one unit, in force from the first day until the day before the last. A code keeps
-- its ground: a new shape is a new version.
create table territory.unit (
  level       text not null,
  code        text not null,
  valid_from  date not null,
  valid_to    date,
  name_zh     text not null,
  name_en     text not null,
  parent      text not null,
  area_m2     double precision not null,
  shape       bytea not null,
  primary key (level, code, valid_from),
  check (valid_to > valid_from)
);

create unique index unit_open_version
  on territory.unit (level, code)
  where valid_to is null;

create table territory.base_feature (
  feature_id  bigint generated always as identity primary key,
  layer       text not null,
  class       text not null,
  name        text not null,
  shape       bytea not null
);

create view territory.pub_level as
select level.depth, level.code, level.name_zh, level.name_en, level.parent
from territory.level;

-- Units in force today. The whole city is a unit too, also when no outline of it was imported.
create view territory.pub_unit as
select unit.level, level.depth, unit.code, unit.name_zh, unit.name_en, unit.parent, unit.area_m2
from territory.city
cross join territory.level
join territory.unit on unit.level = level.code
where unit.valid_from <= (now() at time zone city.zone)::date
  and (unit.valid_to is null or unit.valid_to > (now() at time zone city.zone)::date)
union all
select level.code, level.depth, city.code, city.name_zh, city.name_en, '', 0
from territory.city
cross join territory.level
where level.depth = 1
  and not exists (select from territory.unit where unit.level = level.code);
