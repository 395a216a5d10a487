-- Photos of places. What everybody sees are copies, under names of their own.
create table facility.photo (
  code        text not null references facility.facility,
  photo       text not null,
  place       int not null,
  name        text not null,
  small_name  text not null,
  media_type  text not null,
  added_at    timestamptz not null,
  added_by    text not null,
  primary key (code, photo)
);
create index photo_name on facility.photo (name);
create index photo_small_name on facility.photo (small_name);
