-- Strangers ask for a published copy by the name of its bytes.
create index publication_copy on evidence.publication (copy_sha);
