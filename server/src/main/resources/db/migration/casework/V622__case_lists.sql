-- Open cases are few among millions: their indexes hold nothing else. A case without a due time
-- stands last.
create index case_file_open_due on casework.case_file
  (coalesce(due_at, 'infinity'::timestamptz), case_id)
  where ended_at is null;

create index case_file_open_department on casework.case_file
  (department, coalesce(due_at, 'infinity'::timestamptz), case_id)
  where ended_at is null;

create index case_file_open_state on casework.case_file
  (state, coalesce(due_at, 'infinity'::timestamptz), case_id)
  include (due_at, warn_at)
  where ended_at is null;

create index case_file_ended on casework.case_file (ended_at, case_id)
  where ended_at is not null;

create index case_file_reported on casework.case_file (reported_at, case_id);

-- For the map: what is open, and what ended lately.
create index case_file_open_place on casework.case_file
  using gist (point(longitude, latitude))
  where ended_at is null and longitude is not null;

create index case_file_ended_place on casework.case_file
  using gist (point(longitude, latitude), tstzrange(ended_at, ended_at, '[]'))
  where ended_at is not null and longitude is not null;

-- Answers already given, so that a request sent twice is done once.
create table casework.idempotency (
  key        uuid primary key,
  actor      text not null,
  request    bytea not null,
  answer     text not null default '',
  made_at    timestamptz not null
);

create index idempotency_made on casework.idempotency (made_at);
