create schema if not exists appraisal;

-- How subjects of a kind are marked (考评办法). A version is never changed; for a month counts the one
-- with the latest first day that has come. Number 0 is the example that comes with the platform and
-- is not kept here.
create table appraisal.scheme (
  kind          text not null,
  number        int not null check (number > 0),
  since         date not null,
  laid_down_at  timestamptz not null,
  author        text not null,
  reason        text not null check (reason <> ''),
  body          text not null,
  primary key (kind, number)
);
