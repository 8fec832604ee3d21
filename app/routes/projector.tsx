import { useEffect } from "react";
import { data, useLoaderData } from "react-router";
import { workshopsContext } from "#context";
import { clockOffset } from "#live/clock.ts";
import { useLive } from "#live/use-live.ts";
import { ProjectorScreen } from "#ui/room/projector-screen.tsx";
import type { Route } from "./+types/projector";

export const loader = async ({ params, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).project(params.token);
  if (!door) throw data(null, { status: 404 });
  return { view: await door.view(), entrance: await door.entrance() };
};

/** The room on the wall: read-only, never asleep, nothing personal. */
export default function Projector({ params }: Route.ComponentProps) {
  const { view: initial, entrance } = useLoaderData<typeof loader>();
  const { view, status, refused, serverNow } = useLive(initial, `?projector=${params.token}`);
  useWakeLock();
  return (
    <ProjectorScreen
      shared={view.shared}
      offset={clockOffset(serverNow())}
      at={initial.at}
      entrance={entrance}
      token={params.token}
      status={status}
      isShut={refused !== null}
    />
  );
}

/** Keeps the screen on where the browser can (secure contexts); the lock is lost with the tab and taken again. */
const useWakeLock = () => {
  useEffect(() => {
    const take = () => {
      if (document.visibilityState === "visible") navigator.wakeLock?.request("screen").catch(() => {});
    };
    take();
    document.addEventListener("visibilitychange", take);
    return () => document.removeEventListener("visibilitychange", take);
  }, []);
};
