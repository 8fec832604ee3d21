/** Rounds that were held as one vote name the package that they belong to. */
export const packageVote = `
alter table rounds add column package text;
`;
