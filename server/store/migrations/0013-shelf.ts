/** When the owner put a workshop away from the shelf; and whether it is a finished example and nobody's own. */
export const shelf = `
alter table workshops add column archived_at text;
alter table workshops add column demo integer not null default 0;
`;
