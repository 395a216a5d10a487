-- What the bell counts, and what is old enough to go.
create index notice_unread on messaging.notice (recipient, notice_id desc)
  where recipient_kind = 'staff' and read_at is null;
create index notice_made on messaging.notice (made_at);

alter table messaging.delivery
  drop constraint delivery_notice_id_fkey,
  add foreign key (notice_id) references messaging.notice on delete cascade;
