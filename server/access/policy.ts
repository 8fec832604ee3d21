/** Who may do what, as sentences over the little that each needs to know. */

/** One leads at a time: whoever owns the workshop, or was handed the lead. */
export const mayFacilitate = (account: { id: string } | null, workshop: { conductor: string }): boolean =>
  account !== null && account.id === workshop.conductor;

/** The owner may take the lead back at any time: a laptop may die with its holder far away. */
export const mayReclaim = (account: { id: string } | null, workshop: { owner: string; conductor: string }): boolean =>
  account !== null && account.id === workshop.owner && workshop.conductor !== workshop.owner;

/** What stands on the owner's shelf is the owner's to clear away, whoever leads. */
export const mayArchive = (account: { id: string } | null, workshop: { owner: string }): boolean =>
  account !== null && account.id === workshop.owner;

export const maySit = (seat: { participantId: string } | null, participants: readonly { id: string }[]): boolean =>
  seat !== null && participants.some(({ id }) => id === seat.participantId);
