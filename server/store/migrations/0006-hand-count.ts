/** Votes that the facilitator entered for a round, and objections that were said aloud with them. */
export const handCount = `
alter table rounds add column counted text;
alter table objections add column aloud integer not null default 0;
`;
