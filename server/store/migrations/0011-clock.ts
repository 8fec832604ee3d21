/** How long each question stood before everybody, and when the meeting is to end. */
export const clock = `
alter table workshops add column clock text;
`;
