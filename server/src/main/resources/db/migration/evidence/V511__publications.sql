-- Copies of a case's photo with faces and number plates made unreadable, every version of them.
create table evidence.publication (
  case_id   bigint not null,
  photo_id  text not null references evidence.photo,
  version   int not null,
  blurs     double precision[] not null,
  copy_sha  text not null,
  bytes     bigint not null,
  made_by   text not null,
  made_at   timestamptz not null,
  primary key (case_id, photo_id, version),
  check (version > 0),
  check (cardinality(blurs) % 4 = 0)
);
