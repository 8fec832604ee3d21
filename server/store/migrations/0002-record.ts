/**
 * The record. Tables whose rows people write in secret are kept without row numbers, by random ids: a row number is the
 * order of writing, and the order of writing tells who wrote. For the same reason they have no times.
 */
export const record = `
create table workshops (
  id text primary key, owner text not null, company text not null, title text not null, language text not null,
  template text, set_up text not null, status text not null, created_at text not null, facilitator text not null,
  current text, code text not null unique, entrance integer not null
);
create index workshops_by_owner on workshops (owner, created_at);
create table questions (
  workshop text not null references workshops (id) on delete cascade, id text not null,
  position integer not null, body text not null, primary key (workshop, id)
);
create table asked (
  workshop text not null references workshops (id) on delete cascade, key text not null, question text not null,
  deal_type text, stage text, position integer not null, phase text not null,
  timer_ends_at text, timer_seconds integer, primary key (workshop, key)
);
create table participants (
  workshop text not null references workshops (id) on delete cascade, id text not null, name text not null,
  role text not null, department text not null, head integer not null, votes integer not null,
  position integer not null, primary key (workshop, id)
);
create table readiness (
  workshop text not null references workshops (id) on delete cascade, question text not null,
  participant text not null, primary key (workshop, question, participant)
) without rowid;
create table ideas (
  workshop text not null references workshops (id) on delete cascade, id text not null, question text not null,
  text text not null, leader text, seed integer not null, tag text, primary key (workshop, id)
) without rowid;
create index ideas_by_question on ideas (workshop, question);
create table proposals (
  workshop text not null references workshops (id) on delete cascade, id text not null, question text not null,
  version integer not null, wording text not null, answer text not null, binds text not null, hash text not null,
  made_at text not null, primary key (workshop, id), unique (workshop, question, version)
);
create table rounds (
  workshop text not null references workshops (id) on delete cascade, id text not null, question text not null,
  proposal text not null, number integer not null, status text not null, opened_at text not null, closed_at text,
  invited integer not null, answered integer not null, missing text not null,
  primary key (workshop, id), unique (workshop, question, number)
);
create table ballots (
  workshop text not null references workshops (id) on delete cascade, round text not null, id text not null,
  choice text not null, concern text, tag text, primary key (workshop, round, id)
) without rowid;
create table participations (
  workshop text not null references workshops (id) on delete cascade, round text not null,
  participant text not null, primary key (workshop, round, participant)
) without rowid;
create table objections (
  workshop text not null references workshops (id) on delete cascade, id text not null, question text not null,
  round text not null, reason text not null, wish text not null, named text, disposition text not null, tag text,
  primary key (workshop, id)
) without rowid;
create index objections_by_question on objections (workshop, question);
create table replies (
  workshop text not null, objection text not null, position integer not null, id text not null,
  sender text not null, text text not null, primary key (workshop, objection, position),
  foreign key (workshop, objection) references objections (workshop, id) on delete cascade
) without rowid;
create unique index replies_by_id on replies (workshop, id);
create table decisions (
  workshop text not null references workshops (id) on delete cascade, id text not null, question text not null,
  position integer not null, body text not null, primary key (workshop, id), unique (workshop, position)
);
`;
