create schema if not exists messaging;

-- What somebody is told, once for each key. Addresses stay in the vault.
create table messaging.notice (
  notice_id       bigint generated always as identity primary key,
  recipient_kind  text not null,
  recipient       text not null,
  topic           text not null,
  value_names     text[] not null,
  value_texts     text[] not null,
  language        text not null,
  key             text not null unique,
  made_at         timestamptz not null,
  read_at         timestamptz,
  check (recipient_kind in ('staff', 'follower', 'phone')),
  check (cardinality(value_names) = cardinality(value_texts))
);
create index notice_of_staff on messaging.notice (recipient, notice_id desc)
  where recipient_kind = 'staff';

-- What became of it on each way.
create table messaging.delivery (
  delivery_id  bigint generated always as identity primary key,
  notice_id    bigint not null references messaging.notice,
  channel      text not null,
  state        text not null,
  attempts     int not null default 0,
  next_at      timestamptz not null,
  reason       text not null default '',
  done_at      timestamptz,
  unique (notice_id, channel),
  check (state in ('queued', 'sent', 'failed', 'given-up', 'unreachable'))
);
create index delivery_due on messaging.delivery (next_at, delivery_id) where state = 'queued';

-- Browsers that want to be woken (RFC 8030).
create table messaging.push_subscription (
  endpoint    text primary key,
  owner_kind  text not null,
  owner       text not null,
  p256dh      text not null,
  auth        text not null,
  made_at     timestamptz not null
);
create index push_subscription_owner on messaging.push_subscription (owner_kind, owner);
