-- Words of a case, beside the case file: a state changes often and these words never, so the index
-- is written once for each case.
create table casework.case_search (
  case_id  bigint primary key,
  case_no  text collate "C" not null,
  words    tsvector not null
);

create index case_search_words on casework.case_search using gin (words);

create index case_search_no on casework.case_search (case_no);
