import { useEffect } from "react";
import type { MineView, SharedView } from "#domain/room.ts";
import { useLive } from "#live/use-live.ts";

type Props = { view: { shared: SharedView; mine: MineView; at: string } };

/** On a page beside the room: brings a participant back when the facilitator calls everybody. */
export const Summoned = ({ view: initial }: Props) => {
  const { view } = useLive(initial);
  const { workshop, meeting } = view.shared;
  const isCalled = meeting.calledAt !== initial.shared.meeting.calledAt;
  useEffect(() => {
    if (isCalled) window.location.assign(`/w/${workshop.id}`);
  }, [isCalled, workshop.id]);
  return null;
};
