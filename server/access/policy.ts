/** Who may do what, as sentences over the little that each needs to know. */

export const mayFacilitate = (account: { id: string } | null, workshop: { owner: string }): boolean =>
  account !== null && account.id === workshop.owner;

export const maySit = (seat: { participantId: string } | null, participants: readonly { id: string }[]): boolean =>
  seat !== null && participants.some(({ id }) => id === seat.participantId);
