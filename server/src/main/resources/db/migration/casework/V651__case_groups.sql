-- Copies of a case, for the case that leads them.
create index case_file_merged_into on casework.case_file (merged_into, case_id)
  where merged_into is not null;

-- Copies that were not told how their lead ended.
create index case_file_untold on casework.case_file (case_id)
  where merged_into is not null and reason = '';
