-- A scheme is laid down for a moment, now or later, by somebody, for a reason. In force is the one
-- with the latest moment that has come; of two for the same moment, the one laid down last.
alter table catalogue.scheme_in_force
  add column author        text not null default '',
  add column reason        text not null default '',
  add column laid_down_at  timestamptz,
  add column withdrawn_at  timestamptz,
  add column withdrawn_by  text not null default '',
  add column withdrawn_for text not null default '';

update catalogue.scheme_in_force
set laid_down_at = since;

alter table catalogue.scheme_in_force
  alter column laid_down_at set not null;

create or replace view catalogue.pub_category as
select code, kind, major_code, major_zh, major_en, name_zh, name_en, confidence
from catalogue.minor_category
where version = (
  select version
  from catalogue.scheme_in_force
  where since <= now()
    and withdrawn_at is null
  order by since desc, number desc
  limit 1);

-- What is asked of whoever reports a problem of a category (附加问题).
create table catalogue.question (
  version   text not null,
  category  text not null,
  code      text not null,
  position  int not null,
  text_zh   text not null,
  text_en   text not null,
  kind      text not null check (kind in ('TEXT', 'NUMBER', 'YES_NO', 'CHOICE')),
  required  boolean not null,
  choices   jsonb not null,
  primary key (version, category, code),
  foreign key (version, category) references catalogue.minor_category
);

-- A changed scheme that is not in force: one a person, kept until it is laid down or dropped.
create table catalogue.draft (
  person      text primary key,
  based_on    bigint not null,
  edition     int not null,
  categories  jsonb not null,
  changed_at  timestamptz not null
);
