create schema if not exists signin;

-- An account has the id of its person.
alter table people.account set schema signin;
alter table people.web_session set schema signin;

alter table signin.account
  drop column posts,
  drop column department,
  drop column display_name;
