-- Who brought a photo in: the same bytes may come from several people.
create table evidence.upload (
  photo_id  text not null references evidence.photo,
  kept_by   text not null,
  kept_at   timestamptz not null,
  primary key (photo_id, kept_by)
);

insert into evidence.upload (photo_id, kept_by, kept_at)
select photo_id, kept_by, kept_at
from evidence.photo;

alter table evidence.photo
  drop column kept_by,
  drop column kept_at;
