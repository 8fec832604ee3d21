/** The tables behind facilitator accounts; dates of better-auth are ISO texts or whole milliseconds, as it likes. */
export type AccountTables = {
  user: {
    id: string;
    name: string;
    email: string;
    emailVerified: number;
    image: string | null;
    createdAt: string;
    updatedAt: string;
  };
  /** How a person comes in; here always a password. */
  account: { id: string; userId: string; password: string | null };
  invitations: {
    id: string;
    token_hash: string;
    invited_by: string;
    email: string | null;
    expires_at: string;
    used_at: string | null;
  };
};
