-- Whom the city employs or may be reported by. Never deleted: the ledger names them by id.
create table people.person (
  person_id   text primary key,
  staff_no    text not null unique,
  name        text not null,
  department  text not null default ''
);

-- A person's post in a place, from the first day to the last, both included.
create table people.posting (
  posting_id  bigint generated always as identity primary key,
  person_id   text not null references people.person,
  post        text not null,
  department  text not null default '',
  level       text not null default '',
  unit        text not null default '',
  first_day   date not null,
  last_day    date,
  check (last_day is null or last_day >= first_day),
  check ((level = '') = (unit = ''))
);

create index posting_person on people.posting (person_id);
create index posting_post on people.posting (post, first_day);

insert into people.person (person_id, staff_no, name, department)
select account_id, username, display_name, department
from people.account;

insert into people.posting (person_id, post, department, first_day)
select
  account.account_id,
  case held.post when 'ADMINISTRATOR' then 'SYSTEM_ADMINISTRATOR' else held.post end,
  account.department,
  account.created_at::date
from people.account account
cross join lateral unnest(account.posts) as held (post);

drop view people.pub_account;

create view people.pub_person as
select person_id, staff_no, name, department
from people.person;

create view people.pub_posting as
select posting_id, person_id, post, department, level, unit, first_day, last_day
from people.posting;
