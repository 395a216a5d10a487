-- What scripts (token) and field phones (device) show. Only a hash is kept.
create table signin.bearer (
  bearer_id     text primary key,
  kind          text not null check (kind in ('token', 'device')),
  token_hash    bytea not null unique,
  account_id    text not null references signin.account,
  name          text not null,
  rights        text[] not null check (cardinality(rights) > 0),
  created_at    timestamptz not null,
  expires_at    timestamptz,
  last_used_at  timestamptz,
  check ((kind = 'token') = (expires_at is not null))
);

create index bearer_account on signin.bearer (account_id, kind);

-- An invitation for one phone, good for minutes.
create table signin.device_invitation (
  code_hash   bytea primary key,
  account_id  text not null references signin.account,
  expires_at  timestamptz not null
);

create index device_invitation_account on signin.device_invitation (account_id);
