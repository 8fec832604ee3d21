/** Templates of an account's own; `body` is a workshop file in which nothing was said yet. */
export const ownTemplates = `
create table own_templates (
  id text primary key, owner text not null, name text not null, body text not null, created_at text not null
) strict;
create index own_templates_by_owner on own_templates (owner, created_at);
`;
