-- What was asked for and nobody has decided is on the list of whoever decides it.
create index case_file_open_requested on casework.case_file (request)
  where ended_at is null and request <> '';
