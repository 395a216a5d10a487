create schema if not exists evidence;

-- Photos that were kept; their bytes lie in the data directory under their hash.
create table evidence.photo (
  photo_id    text primary key,
  media_type  text not null,
  bytes       bigint not null,
  width       int not null,
  height      int not null,
  kept_by     text not null,
  kept_at     timestamptz not null,
  check (photo_id ~ '^[0-9a-f]{64}$'),
  check (bytes > 0 and width > 0 and height > 0)
);
