-- Reports that carry a photo again, and the dissent a rating became.
create index report_photos on engagement.report using gin (photos) where photos <> '{}';
create index rating_dissent on engagement.rating (dissent_id) where dissent_id is not null;
