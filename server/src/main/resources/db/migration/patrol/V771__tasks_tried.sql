-- When nobody could be drawn the last time, so that those tried longest ago come first.
alter table patrol.task add column tried_at timestamptz;

create index task_tried on patrol.task (tried_at nulls first, asked_at, task_id)
where state = 'WAITING';
