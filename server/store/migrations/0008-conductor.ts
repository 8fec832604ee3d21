/** Who leads a workshop when that is another account than its owner. */
export const conductor = `
alter table workshops add column conductor text;
`;
