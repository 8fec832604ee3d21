import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { addressOf, openText } from "#live/texts.ts";
import { textUrl } from "#live/use-text.ts";
import { atEnd, startRooms, until } from "../collaboration/running-rooms.ts";

const open = (url: string, path: string) => {
  const text = openText(path, url.replace("ws:", "http:"), WebSocket as never);
  atEnd(() => text.dispose());
  return text;
};

describe("an open text", () => {
  test("is reached by the path of its question, whatever the key is made of", async () => {
    const { url, rooms } = await startRooms();
    const text = open(url, textUrl("w1", "order/stage:замер"));
    await until(() => text.state().synced);
    rooms.write("w1/order/stage:замер", (doc) => doc.getText("t").insert(0, "здесь"));
    await until(() => text.doc.getText("t").toString() === "здесь");
    expect(addressOf("/rooms/w/q%2Fx?projector=T", "https://example.org")).toEqual({
      server: "wss://example.org/rooms/w",
      room: "q%2Fx",
      params: { projector: "T" },
      key: "reglament/rooms/w/q%2Fx",
    });
  });

  test("is writable as long as the server says so", async () => {
    const { url, rooms } = await startRooms();
    const text = open(url, textUrl("w1", "norm"));
    expect(text.state().writable).toBe(false);
    await until(() => text.state().writable);
    rooms.setWritable("w1/norm", false);
    await until(() => !text.state().writable);
    rooms.setWritable("w1/norm", true);
    await until(() => text.state().writable);
    const reading = open(url, `${textUrl("w1", "norm")}?read=1`);
    await until(() => reading.state().synced);
    expect(reading.state().writable).toBe(false);
  });

  test("shows a caret again at once after the connection was lost", async () => {
    const { url } = await startRooms();
    const anna = open(url, textUrl("w1", "norm"));
    const boris = open(url, textUrl("w1", "norm"));
    // two devices: tabs of one browser would tell each other past the server
    for (const { provider } of [anna, boris]) provider.disconnectBc();
    await until(() => anna.state().synced && boris.state().synced);
    anna.provider.awareness.setLocalStateField("user", { name: "Анна" });
    const isSeen = () => boris.provider.awareness.getStates().get(anna.doc.clientID)?.user?.name === "Анна";
    await until(isSeen);
    anna.provider.ws?.close();
    await until(() => !isSeen());
    await until(isSeen, 3_000);
  });

  test("comes back after a wait that is its own, so that a crowd does not come at once", async () => {
    const first = await startRooms();
    const crowd = Array.from({ length: 12 }, () => open(first.url, textUrl("w1", "norm")));
    await until(() => crowd.every((text) => text.state().synced));
    await first.stop();
    await until(() => crowd.every((text) => text.state().status !== "connected"));
    const waits = crowd.map(({ provider }) => provider.maxBackoffTime);
    expect(new Set(waits).size).toBeGreaterThan(6);
    for (const wait of waits) expect(wait).toBeLessThanOrEqual(2_500);
    await startRooms({ file: first.file, port: first.port });
    await until(() => crowd.every((text) => text.state().synced && text.state().status === "connected"), 10_000);
  });

  test("that is shut for good says why", async () => {
    const { url } = await startRooms();
    const text = open(url, `${textUrl("w1", "norm")}?out=1`);
    await until(() => text.state().refused === 4403);
  });
});
