create schema if not exists people;

create table people.department (
  code     text primary key,
  name_zh  text not null,
  name_en  text not null,
  parent   text not null default '',
  kind     text not null
    check (kind in ('bureau', 'district', 'street', 'community', 'unit', 'contractor'))
);

create table people.account (
  account_id     text primary key,
  username       text not null unique check (username = lower(username)),
  display_name   text not null,
  posts          text[] not null,
  department     text not null default '',
  password_hash  text not null,
  one_time       boolean not null,
  created_at     timestamptz not null,
  password_at    timestamptz not null
);

-- Who is signed in. Only a hash of the cookie is kept: a copy of this table signs nobody in.
create table people.web_session (
  token_hash    bytea primary key,
  account_id    text not null references people.account,
  started_at    timestamptz not null,
  last_seen_at  timestamptz not null
);

create index web_session_account on people.web_session (account_id);
create index web_session_last_seen on people.web_session (last_seen_at);

create view people.pub_department as
select code, name_zh, name_en, parent, kind
from people.department;

create view people.pub_account as
select account_id, display_name, posts, department
from people.account;
