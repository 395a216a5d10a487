-- People on their way to the provider and back (OpenID Connect): minutes, and once.
create table signin.provider_visit (
  token_hash    bytea primary key,
  state         text not null,
  nonce         text not null,
  verifier      text not null,
  redirect_uri  text not null,
  expires_at    timestamptz not null
);
