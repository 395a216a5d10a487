-- The assessment of a month: where it stands. A month without a row is counted as it goes.
create table appraisal.month (
  month          text primary key check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  state          text not null check (state in ('FROZEN', 'NOTICED', 'FINAL', 'PUBLISHED')),
  frozen_at      timestamptz not null,
  frozen_by      text not null,
  noticed_at     timestamptz,
  noticed_by     text not null default '',
  appeals_until  timestamptz,
  review_until   timestamptz,
  final_at       timestamptz,
  final_by       text not null default '',
  published_at   timestamptz,
  published_by   text not null default ''
);

-- What was kept of a version: figures and marks as their one writing, and what they were made by.
-- Version 1 is as frozen, 2 as final.
create table appraisal.month_table (
  month           text not null references appraisal.month,
  version         int not null check (version in (1, 2)),
  kind            text not null,
  scheme          text not null,
  scheme_version  int not null,
  scheme_body     text not null,
  facts           bytea not null,
  exempted        int not null,
  marks           bytea not null,
  primary key (month, version, kind)
);

create table appraisal.month_sheet (
  month      text not null references appraisal.month,
  version    int not null check (version in (1, 2)),
  as_of      timestamptz not null,
  sheet      bytea not null,
  key_id     text not null,
  signature  bytea not null,
  signed_at  timestamptz not null,
  signed_by  text not null,
  primary key (month, version)
);

create function appraisal.refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception 'What was frozen stays: % of appraisal.% is refused.', lower(tg_op), tg_table_name
    using errcode = 'integrity_constraint_violation';
end
$$;

create trigger append_only before update or delete on appraisal.month_table
  for each row execute function appraisal.refuse_change();
create trigger append_only before update or delete on appraisal.month_sheet
  for each row execute function appraisal.refuse_change();

-- Public halves of the keys that signed; the private ones lie beside the data.
create table appraisal.signing_key (
  key_id      text primary key,
  algorithm   text not null,
  public_key  bytea not null,
  since       timestamptz not null
);

create table appraisal.appeal (
  appeal_id   bigint generated always as identity primary key,
  month       text not null references appraisal.month,
  kind        text not null,
  subject     text not null,
  indicator   text not null,
  cases       bigint[] not null check (cardinality(cases) > 0),
  reason      text not null,
  photos      text[] not null,
  state       text not null check (state in ('LODGED', 'GRANTED', 'DECLINED')),
  lodged_by   text not null,
  lodged_at   timestamptz not null,
  decided_by  text not null default '',
  decided_at  timestamptz,
  answer      text not null default '',
  unique (month, kind, subject, indicator),
  check ((state = 'LODGED') = (decided_at is null)),
  check (decided_by = '' or decided_by <> lodged_by)
);

create index appeal_subject on appraisal.appeal (kind, subject);

-- What a granted appeal leaves out of a figure. The fact itself stays where it is.
create table appraisal.exemption (
  appeal_id    bigint primary key references appraisal.appeal,
  numerator    bigint not null,
  denominator  bigint not null
);
