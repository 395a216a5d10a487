-- Who is to handle what, and where (处置责任清单). A version is never changed; the newest is in force.
create table casework.routing (
  number  int generated always as identity primary key,
  since   timestamptz not null,
  author  text not null,
  reason  text not null
);

create table casework.routing_rule (
  number    int not null references casework.routing,
  line      int not null,
  category  text not null,
  duty      text not null,
  primary key (number, category)
);

create table casework.routing_office (
  number      int not null references casework.routing,
  line        int not null,
  name        text not null,
  unit        text not null,
  department  text not null,
  primary key (number, name, unit)
);

-- A month of filed cases, for the simulator and the ledgers of the departments.
create index case_file_filed on casework.case_file (filed_at) where filed_at is not null;
