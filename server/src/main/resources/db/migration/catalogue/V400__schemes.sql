create schema if not exists catalogue;

-- A scheme is never changed: another file is another version.
create table catalogue.scheme (
  version      text primary key,
  hash         text not null,
  file         text not null,
  imported_at  timestamptz not null
);

-- Which scheme is in force: the last row.
create table catalogue.scheme_in_force (
  number   bigint generated always as identity primary key,
  version  text not null references catalogue.scheme,
  since    timestamptz not null
);

create table catalogue.minor_category (
  version     text not null references catalogue.scheme,
  code        text not null,
  position    int not null,
  kind        text not null check (kind in ('COMPONENT', 'INCIDENT')),
  major_code  text not null,
  major_zh    text not null,
  major_en    text not null,
  name_zh     text not null,
  name_en     text not null,
  confidence  text not null
    check (confidence in ('high', 'medium', 'low', 'local-ext', 'source')),
  primary key (version, code)
);

create table catalogue.filing_condition (
  version       text not null,
  category      text not null,
  code          text not null,
  position      int not null,
  filing_zh     text not null,
  filing_en     text not null,
  closing_zh    text not null,
  closing_en    text not null,
  limit_amount  int not null check (limit_amount > 0),
  limit_unit    text not null
    check (limit_unit in ('URGENT_HOUR', 'WORK_HOUR', 'WORK_DAY', 'URGENT_DAY')),
  primary key (version, category, code),
  foreign key (version, category) references catalogue.minor_category
);

create view catalogue.pub_category as
select code, kind, major_code, major_zh, major_en, name_zh, name_en, confidence
from catalogue.minor_category
where version = (
  select version
  from catalogue.scheme_in_force
  order by number desc
  limit 1);
