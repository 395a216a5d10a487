create schema if not exists audit;

-- One chain: each row carries the hash of the row before it. `at` never falls along `seq`.
create table audit.entry (
  seq      bigint primary key,
  at       timestamptz not null,
  actor    text not null,
  action   text not null,
  object   text not null,
  outcome  text not null,
  address  text not null,
  details  text not null,
  hash     bytea not null check (length(hash) = 32)
);

create index entry_at on audit.entry (at, seq);
create index entry_actor on audit.entry (actor, seq);
create index entry_action on audit.entry (action, seq);
create index entry_object on audit.entry (object, seq) where object <> '';
create index entry_outcome on audit.entry (outcome, seq) where outcome <> 'done';

-- Each finished day in UTC: the Merkle root of its entries, chained to the seal before it. It stays
-- when the entries of its day have been removed.
create table audit.day_seal (
  day         date primary key,
  entries     bigint not null,
  first_seq   bigint not null,
  last_seq    bigint not null,
  last_hash   bytea not null check (length(last_hash) = 32),
  root        bytea not null check (length(root) = 32),
  previous    bytea not null check (length(previous) = 32),
  sealed_at   timestamptz not null,
  removed_at  timestamptz
);

-- What people type where a username belongs is kept as a fingerprint under this key.
create table audit.fingerprint_key (
  only_one  boolean primary key default true check (only_one),
  key       bytea not null
);

-- Nothing is changed. What is removed belongs to a sealed day that was marked as removed, and no
-- day of the last six months can be (Cybersecurity Law of the PRC, art. 21).
create function audit.refuse_change() returns trigger
language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_table_name = 'entry' then
    if exists (
      select 1
      from audit.day_seal s
      where s.day = (old.at at time zone 'UTC')::date
        and s.removed_at is not null
    ) then
      return old;
    end if;
  elsif tg_op = 'UPDATE' and tg_table_name = 'day_seal' then
    if old.removed_at is null
      and new.removed_at is not null
      and old.day < (now() at time zone 'UTC')::date - 183
      and (old.day, old.entries, old.first_seq, old.last_seq, old.last_hash, old.root, old.previous,
           old.sealed_at)
        = (new.day, new.entries, new.first_seq, new.last_seq, new.last_hash, new.root, new.previous,
           new.sealed_at)
    then
      return new;
    end if;
  end if;
  raise exception 'The audit log is append-only: % of audit.% is refused.', lower(tg_op), tg_table_name
    using errcode = 'integrity_constraint_violation';
end
$$;

create trigger append_only before update or delete on audit.entry
  for each row execute function audit.refuse_change();
create trigger no_truncate before truncate on audit.entry
  for each statement execute function audit.refuse_change();
create trigger append_only before update or delete on audit.day_seal
  for each row execute function audit.refuse_change();
create trigger no_truncate before truncate on audit.day_seal
  for each statement execute function audit.refuse_change();
