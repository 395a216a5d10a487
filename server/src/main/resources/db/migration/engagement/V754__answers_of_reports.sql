-- What the category asks besides (JSON, by code of the question); like the words it stays here only
-- while the report waits for a look or was refused.
alter table engagement.report add column answers text not null default '{}';
