-- A calendar is laid down for a moment, now or later, by somebody, for a reason. In force is the
-- one with the latest moment that has come; of two for the same moment, the one laid down last.
alter table worktime.calendar_in_force
  add column author        text not null default '',
  add column reason        text not null default '',
  add column laid_down_at  timestamptz,
  add column withdrawn_at  timestamptz,
  add column withdrawn_by  text not null default '',
  add column withdrawn_for text not null default '';

update worktime.calendar_in_force
set laid_down_at = since;

alter table worktime.calendar_in_force
  alter column laid_down_at set not null;
