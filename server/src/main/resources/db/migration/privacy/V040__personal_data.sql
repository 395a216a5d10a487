create schema if not exists privacy;

create sequence privacy.key_id as int;

-- Keys that records are encrypted under, wrapped by the master key that the database never sees. A
-- destroyed key stays as a row without its bytes.
create table privacy.data_key (
  key_id        int primary key,
  cipher        text not null check (cipher in ('aes', 'sm4')),
  wrapped       bytea,
  state         text not null check (state in ('active', 'retiring', 'destroyed')),
  created_at    timestamptz not null,
  destroyed_at  timestamptz,
  check ((state = 'destroyed') = (wrapped is null))
);

create unique index data_key_active on privacy.data_key (state) where state = 'active';

-- The key of the blind index: the same phone gives the same mark, which nobody can compute without
-- it.
create table privacy.index_key (
  only_one  boolean primary key default true check (only_one),
  cipher    text not null,
  wrapped   bytea not null
);

create sequence privacy.record_id;

-- What is kept about a person: nonce, ciphertext and tag in `sealed`.
create table privacy.record (
  record_id    bigint primary key,
  kind         text not null,
  subject      text not null,
  key_id       int not null references privacy.data_key,
  sealed       bytea not null,
  phone_mark   bytea,
  kept_at      timestamptz not null,
  erase_after  timestamptz
);

create unique index record_subject on privacy.record (kind, subject);
create index record_kind on privacy.record (kind, record_id);
create index record_phone on privacy.record (kind, phone_mark) where phone_mark is not null;
create index record_key on privacy.record (key_id, record_id);
create index record_erase on privacy.record (erase_after) where erase_after is not null;

-- How far each change of the key is; a restart goes on from here.
create table privacy.rotation (
  rotation_id  int generated always as identity primary key,
  key_id       int not null references privacy.data_key,
  total        bigint not null,
  done         bigint not null default 0,
  started_at   timestamptz not null,
  finished_at  timestamptz
);

create unique index rotation_running on privacy.rotation ((true)) where finished_at is null;
