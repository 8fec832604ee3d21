/** The break that everybody has, as one JSON text; and the number of the wall's link, which is renewed apart from the code. */
export const pauseAndScreen = `
alter table workshops add column pause text;
alter table workshops add column screen integer not null default 0;
update workshops set screen = entrance;
`;
