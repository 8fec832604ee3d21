/** How a meeting is held: who is called, locked out, observing or gone; signed ideas, answered concerns, sub-groups. */
export const meeting = `
alter table workshops add column called_at text;
alter table workshops add column locked integer not null default 0;
alter table workshops add column signed integer not null default 0;
alter table workshops add column subgroups text;
alter table participants add column away integer not null default 0;
alter table participants add column observer integer not null default 0;
alter table ideas add column named text;
alter table ideas add column answered text;
create table attendance (
  workshop text not null references workshops (id) on delete cascade, position integer not null,
  participant text not null, what text not null, at text not null, primary key (workshop, position)
);
`;
