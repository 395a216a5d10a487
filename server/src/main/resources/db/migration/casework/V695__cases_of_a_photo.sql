-- Which cases carry a photo: few change their photos, and those without any stay out.
create index case_file_photos
  on casework.case_file
  using gin ((photos_before || photos_after || photos_check))
  where photos_before || photos_after || photos_check <> '{}';
