-- A person's service: no day known at the beginning or the end means none is set.
alter table people.person
  add column joined_on date,
  add column left_on date,
  add constraint person_service check (left_on >= joined_on);

create index person_department on people.person (department, staff_no);

-- A posting that was withdrawn before it began ends on the day before its first.
alter table people.posting
  add column deputy_of bigint references people.posting,
  add column end_reason text not null default '',
  drop constraint posting_check,
  add constraint posting_span check (last_day is null or last_day >= first_day - 1);

create index posting_deputy_of on people.posting (deputy_of) where deputy_of is not null;
create index posting_unit on people.posting (level, unit, first_day);

-- What lets a person enforce the law.
create table people.certificate (
  certificate_id  bigint generated always as identity primary key,
  person_id       text not null references people.person,
  number          text not null unique,
  issued_on       date not null,
  expires_on      date not null,
  check (expires_on > issued_on)
);

create index certificate_person on people.certificate (person_id, issued_on);

-- Rules of separation that the city itself set on or off, and who did so and why.
create table people.separation_switch (
  code      text primary key,
  enforced  boolean not null,
  reason    text not null check (reason <> ''),
  set_by    text not null,
  set_at    timestamptz not null
);

create or replace view people.pub_person as
select person_id, staff_no, name, department, joined_on, left_on
from people.person;

create or replace view people.pub_posting as
select posting_id, person_id, post, department, level, unit, first_day, last_day, deputy_of
from people.posting;

create view people.pub_certificate as
select certificate_id, person_id, number, issued_on, expires_on
from people.certificate;
