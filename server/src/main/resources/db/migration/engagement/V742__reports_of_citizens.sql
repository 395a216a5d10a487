create schema if not exists engagement;

-- A sum that a phone must work out before it may report. Devices and networks are keyed marks,
-- which nobody can turn back.
create table engagement.challenge (
  challenge_id  uuid primary key,
  salt          text not null,
  bits          int not null,
  device        text not null,
  network       text not null,
  made_at       timestamptz not null,
  expires_at    timestamptz not null,
  uploads       int not null default 0,
  spent_at      timestamptz,
  check (bits between 0 and 30)
);
create index challenge_expiry on engagement.challenge (expires_at);
create index challenge_device on engagement.challenge (device, made_at);

-- Photos of a report that has not come yet: apart from the evidence until it does.
create table engagement.upload (
  upload_id     uuid primary key,
  challenge_id  uuid not null references engagement.challenge on delete cascade,
  bytes         bytea not null,
  made_at       timestamptz not null
);
create index upload_challenge on engagement.upload (challenge_id);

-- What people sent: a report of their own, a wish to follow somebody else's, or the word that a
-- problem is not solved. Its words stay here only while it waits for a look or was refused.
create table engagement.report (
  report_id     bigint generated always as identity primary key,
  client_id     uuid not null unique,
  code          text not null unique,
  kind          text not null,
  state         text not null,
  case_id       bigint,
  source        text not null,
  category      text not null,
  description   text not null default '',
  address       text not null default '',
  longitude     double precision,
  latitude      double precision,
  photos        text[] not null default '{}',
  flags         text[] not null default '{}',
  wants_answer  boolean not null,
  language      text not null,
  words_mark    text not null default '',
  device        text not null,
  network       text not null,
  spam_score    int not null default 0,
  spam_grounds  text[] not null default '{}',
  sent_at       timestamptz not null,
  decided_by    text not null default '',
  decided_at    timestamptz,
  decision      text not null default '',
  check (kind in ('report', 'join', 'dissent')),
  check (state in ('arriving', 'held', 'refused', 'taken')),
  check ((longitude is null) = (latitude is null)),
  check ((state = 'taken') = (case_id is not null))
);
create index report_case on engagement.report (case_id) where case_id is not null;
create index report_device on engagement.report (device, sent_at);
create index report_network on engagement.report (network, sent_at);
create index report_sent on engagement.report (sent_at);
create index report_words on engagement.report (words_mark, sent_at) where words_mark <> '';
create index report_waiting on engagement.report (sent_at, report_id) where state = 'held';

-- What somebody who follows a case says of its end.
create table engagement.rating (
  report_id    bigint primary key references engagement.report,
  case_id      bigint not null,
  solved       boolean not null,
  stars        int not null,
  words        text not null,
  rated_at     timestamptz not null,
  dissent_id   bigint references engagement.report,
  check (stars between 1 and 5)
);
create index rating_case on engagement.rating (case_id);

-- Satisfaction, for the assessment. Truth values are 0 and 1, so that indicators can add them.
create view engagement.pub_rating as
select
  case_id,
  solved::int as solved,
  stars,
  rated_at
from engagement.rating;

-- Words that a report of a citizen should not hold. A look decides, not the word.
create table engagement.blocked_word (
  word  text primary key,
  kind  text not null,
  check (kind in ('advert', 'gambling', 'fraud', 'abuse', 'other')),
  check (word <> '' and word = lower(word))
);

insert into engagement.blocked_word (word, kind) values
  ('加微信', 'advert'), ('加我微信', 'advert'), ('加qq', 'advert'), ('招代理', 'advert'),
  ('代开发票', 'fraud'), ('办证刻章', 'fraud'), ('刷单', 'fraud'), ('无抵押贷款', 'fraud'),
  ('套现', 'fraud'), ('兼职日结', 'advert'), ('优惠券', 'advert'), ('免费领取', 'advert'),
  ('博彩', 'gambling'), ('赌场', 'gambling'), ('百家乐', 'gambling'), ('六合彩', 'gambling'),
  ('时时彩', 'gambling'), ('casino', 'gambling'), ('裸聊', 'other'), ('约炮', 'other'),
  ('viagra', 'advert'), ('傻逼', 'abuse'), ('操你', 'abuse'), ('去死', 'abuse');
