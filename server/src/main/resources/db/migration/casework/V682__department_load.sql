-- The department that a dispatch or a return names, to be indexed.
create function casework.named_department(details text) returns text
language sql immutable strict parallel safe
return details::json ->> 'department';

-- How often a department gave back what it was sent, lately.
create index case_event_dispatch on casework.case_event (casework.named_department(details), at)
  where kind in ('dispatched', 'arbitrated', 'returned');
