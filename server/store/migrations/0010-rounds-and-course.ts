/**
 * The threshold and the trial that a round was opened with, when each question entered which phase, and what was said when
 * a section was closed.
 */
export const roundsAndCourse = `
alter table rounds add column threshold text;
alter table rounds add column trial text;
alter table ideas add column unsaid integer not null default 0;
create table course (
  workshop text not null references workshops (id) on delete cascade, position integer not null,
  question text not null, phase text not null, at text not null, primary key (workshop, position)
) without rowid;
`;
