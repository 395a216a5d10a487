-- A batch of positions as a phone sent it, once, and what became of its points.
create table patrol.position_batch (
  client_id    uuid primary key,
  person_id    text not null,
  received_at  timestamptz not null,
  points       int not null,
  kept         int not null,
  marked       int not null,
  off_duty     int not null
);

create index position_batch_received on patrol.position_batch (received_at);

-- Positions on duty, in a partition for each day of the city. Marks are bits, see
-- city.gewu.engine.track.Mark. at is our clock, phone_at the phone's.
create table patrol.position (
  day         date not null,
  duty_id     bigint not null,
  at          timestamptz not null,
  phone_at    timestamptz not null,
  longitude   double precision not null,
  latitude    double precision not null,
  accuracy_m  real not null,
  speed       real,
  mocked      boolean not null,
  marks       smallint not null
) partition by range (day);

create index position_track on patrol.position (duty_id, at);

-- What stays of a day that is over for long: thinned lines. A part more for what came later.
create table patrol.track (
  day         date not null,
  duty_id     bigint not null references patrol.duty,
  part        int not null,
  points      int not null,
  counting    int not null,
  metres      double precision not null,
  times       timestamptz[] not null,
  longitudes  double precision[] not null,
  latitudes   double precision[] not null,
  primary key (day, duty_id, part)
);

create index track_duty on patrol.track (duty_id);

-- Makes the partition of a day, if it is not there.
create function patrol.keep_day(wanted date) returns void language plpgsql as $$
declare
  part text := 'position_' || to_char(wanted, 'YYYYMMDD');
begin
  if to_regclass('patrol.' || part) is null then
    perform pg_advisory_xact_lock(hashtextextended('patrol.keep_day', 0));
    execute format(
      'create table if not exists patrol.%I partition of patrol.position '
        'for values from (%L) to (%L)',
      part, wanted, wanted + 1);
  end if;
end
$$;

-- Takes a day's positions away for good.
create function patrol.drop_day(wanted date) returns void language plpgsql as $$
begin
  execute format('drop table if exists patrol.%I', 'position_' || to_char(wanted, 'YYYYMMDD'));
end
$$;

-- Who is on duty now, and since when; for the command screen.
create view patrol.pub_on_duty as
select person_id, started_at, inside, level, unit
from patrol.duty
where ended_at is null;
