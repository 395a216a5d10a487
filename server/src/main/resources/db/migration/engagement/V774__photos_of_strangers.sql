-- Photos that wait for their report are known by name and look before they are evidence. Those that
-- wait now have neither: the phone is asked to send them again.
delete from engagement.upload;

alter table engagement.upload
  add column photo_id text not null,
  add column likeness bigint not null;

create index challenge_network on engagement.challenge (network);

-- Photos of reports that no case came of yet; they become evidence with the case, or go.
create table engagement.sent_photo (
  report_id  bigint not null references engagement.report,
  photo_id   text not null,
  bytes      bytea not null,
  likeness   bigint not null,
  primary key (report_id, photo_id)
);

-- What a network sent in photos on a day, so that none fills the shelf.
create table engagement.network_day (
  network  text not null,
  day      date not null,
  bytes    bigint not null,
  primary key (network, day)
);
