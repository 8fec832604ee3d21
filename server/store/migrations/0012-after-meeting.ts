/**
 * What comes after the meeting: text beside the clauses and corrected slips, who approved an edition, who has read it, and
 * objections that came when the rule was adopted already. A body is the JSON of the record.
 */
export const afterMeeting = `
alter table objections add column late integer not null default 0;
create table editorials (
  workshop text not null references workshops (id) on delete cascade, id text not null,
  position integer not null, body text not null, primary key (workshop, id), unique (workshop, position)
);
create table approvals (
  workshop text not null references workshops (id) on delete cascade, id text not null,
  position integer not null, body text not null, primary key (workshop, id), unique (workshop, position)
);
create table acknowledgements (
  workshop text not null references workshops (id) on delete cascade, id text not null,
  position integer not null, body text not null, primary key (workshop, id), unique (workshop, position)
);
`;
