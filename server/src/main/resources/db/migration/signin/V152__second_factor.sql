-- The secret of the codes, encrypted. Codes of last_step and before are used up.
create table signin.second_factor (
  account_id    text primary key references signin.account,
  secret        bytea not null,
  begun_at      timestamptz not null,
  confirmed_at  timestamptz,
  last_step     bigint not null default 0
);

-- What is left of the codes on paper.
create table signin.recovery_code (
  account_id  text not null references signin.account,
  code_hash   bytea not null,
  primary key (account_id, code_hash)
);

-- Browsers in which somebody has signed in to the account before.
create table signin.known_browser (
  token_hash    bytea not null,
  account_id    text not null references signin.account,
  since         timestamptz not null,
  last_used_at  timestamptz not null,
  primary key (token_hash, account_id)
);

create index known_browser_account on signin.known_browser (account_id);
