create schema if not exists facility;

-- Places people look for: toilets, markets, car parks, relief points.
create table facility.facility (
  code        text primary key,
  kind        text not null,
  name_zh     text not null,
  name_en     text not null,
  address     text not null,
  hours       text not null,
  accessible  boolean not null,
  fee         text not null,
  phone       text not null,
  state       text not null,
  longitude   double precision not null,
  latitude    double precision not null,
  changed_at  timestamptz not null,
  changed_by  text not null,
  check (kind in ('TOILET', 'MARKET', 'PARKING', 'RELIEF_POINT', 'SERVICE_POINT')),
  check (state in ('IN_USE', 'OUT_OF_SERVICE', 'REMOVED')),
  check (code <> '' and name_zh <> '')
);
create index facility_place on facility.facility using gist (point(longitude, latitude));

create table facility.import_run (
  run_id     bigint generated always as identity primary key,
  file       text not null,
  at         timestamptz not null,
  rows_read  int not null,
  added      int not null,
  changed    int not null,
  unchanged  int not null,
  rejected   int not null
);

create table facility.reject (
  run_id  bigint not null references facility.import_run,
  row_no  int not null,
  code    text not null,
  reason  text not null,
  detail  text not null,
  primary key (run_id, row_no)
);
