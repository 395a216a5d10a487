-- The open cases are few among millions and lie on pages far from each other. What a map and a screen
-- ask of all of them at once stands in one small index, so that no page of the table is read for it.
create index case_file_open_look on casework.case_file (longitude, latitude)
  include (case_id, places, department, assisting, reporter, state, due_at, warn_at, suspended_at)
  where ended_at is null;
