-- The condition of the same category under which the next stage is opened (后续条件), or empty text.
alter table catalogue.filing_condition
  add column then_condition text not null default '';
