import type { SharedView } from "#domain/room.ts";

export type Workshop = SharedView["workshop"];

export const roleName = (workshop: Workshop, role: string): string =>
  workshop.roles.find(({ id }) => id === role)?.name ?? role;

export const stageName = (workshop: Workshop, stage: string): string =>
  workshop.dealTypes.flatMap(({ stages }) => stages).find(({ id }) => id === stage)?.name ?? stage;
