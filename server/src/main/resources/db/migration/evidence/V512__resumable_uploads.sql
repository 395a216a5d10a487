-- Uploads that come in pieces. How far one has come is the length of its file.
create table evidence.resumable_upload (
  upload_id   uuid primary key,
  owner       text not null,
  length      bigint not null,
  metadata    text not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  photo_id    text,
  check (length > 0)
);
create index resumable_upload_owner on evidence.resumable_upload (owner, created_at);
create index resumable_upload_expiry on evidence.resumable_upload (expires_at);
