-- A session that has ended stays for a while, so that its cookie can be told from an altered one.
alter table signin.web_session
  add column session_id    text not null default gen_random_uuid()::text,
  add column address       text not null default '',
  add column agent         text not null default '',
  add column way           text not null default 'password' check (way in ('password', 'provider')),
  add column factor_shown  boolean not null default false,
  add column ended_at      timestamptz;

create unique index web_session_id on signin.web_session (session_id);

alter table signin.account
  add column disabled_at       timestamptz,
  add column disabled_reason   text not null default '',
  add column last_sign_in_at   timestamptz;
