/** Anonymous readings of a wording. Like ballots they have random ids, no row numbers and no times. */
export const temperature = `
create table temperatures (
  workshop text not null references workshops (id) on delete cascade, question text not null, status text not null,
  primary key (workshop, question)
) without rowid;
create table readings (
  workshop text not null references workshops (id) on delete cascade, question text not null, id text not null,
  value integer not null, tag text, primary key (workshop, question, id)
) without rowid;
`;
