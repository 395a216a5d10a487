-- While a clock stands still its old due time says nothing: suspended cases stand after all others
-- of an open list, also after those without a due time.
drop index casework.case_file_open_due;
drop index casework.case_file_open_department;
drop index casework.case_file_open_state;

create index case_file_open_due on casework.case_file
  ((suspended_at is not null), coalesce(due_at, 'infinity'::timestamptz), case_id)
  where ended_at is null;

create index case_file_open_department on casework.case_file
  (department, (suspended_at is not null), coalesce(due_at, 'infinity'::timestamptz), case_id)
  where ended_at is null;

create index case_file_open_state on casework.case_file
  (state, (suspended_at is not null), coalesce(due_at, 'infinity'::timestamptz), case_id)
  include (due_at, warn_at)
  where ended_at is null;
