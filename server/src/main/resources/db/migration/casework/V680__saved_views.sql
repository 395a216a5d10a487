-- Lists that people keep: their own, and those shared with a post of their organisation.
create table casework.saved_view (
  id          bigint generated always as identity primary key,
  owner       text not null,
  name        text not null,
  post        text not null default '',
  department  text not null default '',
  asked       text not null,
  columns     text not null,
  unique (owner, name)
);

create index saved_view_shared on casework.saved_view (post, department) where post <> '';

-- Open cases by report, for the lists that are not sorted by time left.
create index case_file_open_reported on casework.case_file (reported_at, case_id)
  where ended_at is null;
