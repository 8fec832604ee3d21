/** The log of shared texts as it was before step 15. */
export const texts = `
create table if not exists texts_log (
  seq integer primary key autoincrement,
  room text not null,
  length integer not null,
  checksum integer not null,
  bytes blob not null
);
create index if not exists texts_log_by_room on texts_log (room, seq);
`;
