-- What those who follow were told last: nothing yet, filed, or the end.
alter table engagement.report
  add column told text not null default ''
  check (told in ('', 'filed', 'closed', 'refused', 'cancelled'));

create index report_untold on engagement.report (report_id)
  where state = 'taken' and told in ('', 'filed');

-- Wishes to find one's reports by phone. The number and the code are keyed marks.
create table engagement.lookup (
  lookup_id   uuid primary key,
  phone_mark  text not null,
  code_mark   text not null,
  made_at     timestamptz not null,
  expires_at  timestamptz not null,
  tries       int not null default 0
);
create index lookup_phone on engagement.lookup (phone_mark, made_at);
create index lookup_made on engagement.lookup (made_at);
