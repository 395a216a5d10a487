-- The copies that are made of a photo; their bytes lie beside the originals under their own hash.
create table evidence.photo_copy (
  photo_id    text not null references evidence.photo,
  kind        text not null,
  copy_sha    text not null,
  media_type  text not null,
  bytes       bigint not null,
  primary key (photo_id, kind),
  check (kind in ('shown', 'small')),
  check (copy_sha ~ '^[0-9a-f]{64}$')
);

-- What the camera wrote beside the picture. Only its relation to a case is shown.
create table evidence.sealed_facts (
  photo_id     text primary key references evidence.photo,
  taken_at     timestamptz,
  longitude    double precision,
  latitude     double precision,
  device       text not null,
  software     text not null,
  edited       boolean not null,
  orientation  smallint not null,
  check ((longitude is null) = (latitude is null)),
  check (orientation between 1 and 8)
);

-- Perceptual hashes. Two that differ in at most d bits differ in at most d / 4 bits of some band.
create table evidence.likeness (
  photo_id  text primary key references evidence.photo,
  bits      bigint not null,
  band_1    int not null,
  band_2    int not null,
  band_3    int not null,
  band_4    int not null
);
create index likeness_band_1 on evidence.likeness (band_1);
create index likeness_band_2 on evidence.likeness (band_2);
create index likeness_band_3 on evidence.likeness (band_3);
create index likeness_band_4 on evidence.likeness (band_4);
