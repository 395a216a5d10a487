-- Reports that waited for a look and were taken in lately; asked each round by whoever tells followers.
create index report_decided on engagement.report (decided_at) where decided_at is not null;
