import { MeetingChange } from "#domain/meeting.ts";
import { carrying } from "./carrying.ts";

export const action = carrying(MeetingChange, (door, change) => door.changeMeeting(change));
