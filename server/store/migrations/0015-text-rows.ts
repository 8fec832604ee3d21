/**
 * The log of shared texts: one tree, so that an update touches one page and not three. A long state lies in several parts;
 * part 0 has its first bytes, and the length and checksum of the whole.
 */
export const textRows = `
create table if not exists text_rows (
  room text not null,
  seq integer not null,
  part integer not null,
  length integer not null,
  checksum integer not null,
  bytes blob not null,
  primary key (room, seq, part)
) without rowid;
`;

/** What step 3 had made moves over. */
export const textRowsOfBefore = `
insert or ignore into text_rows (room, seq, part, length, checksum, bytes)
  select room, seq, 0, length, checksum, bytes from texts_log order by room, seq;
drop table texts_log;
`;
