import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { openText } from "#live/texts.ts";
import { textUrl } from "#live/use-text.ts";
import { atEnd, startRooms, until } from "../collaboration/running-rooms.ts";

const open = (url: string, name: string, search = "") => {
  const text = openText(textUrl("w1", name, search), url.replace("ws:", "http:"), WebSocket as never);
  atEnd(() => text.dispose());
  return { ...text, words: text.doc.getText("t") };
};

test("a text opens without a connection, is edited, outlives the page, and merges with what others wrote", async () => {
  const first = await startRooms();
  const anna = open(first.url, "norm");
  await until(() => anna.state().writable && anna.state().synced);
  anna.words.insert(0, "начало");
  await until(() => first.rooms.withDoc("w1/norm", (doc) => doc.getText("t").length) === 6);
  anna.dispose();
  await first.stop();

  const offline = open(first.url, "norm");
  await until(() => offline.state().ready && offline.state().writable);
  expect(offline.words.toString()).toBe("начало");
  expect(offline.state().synced).toBe(false);
  offline.words.insert(6, " без связи");
  offline.dispose();

  const again = await startRooms({ file: first.file, port: first.port });
  again.rooms.write("w1/norm", (doc) => doc.getText("t").insert(0, "общее "));
  const back = open(again.url, "norm");
  await until(() => back.words.toString() === "общее начало без связи");
  await until(() => again.rooms.withDoc("w1/norm", (doc) => doc.getText("t").toString()) === back.words.toString());
});

test("a text that this device may only read stays so without a connection", async () => {
  const first = await startRooms();
  first.rooms.write("w1/read", (doc) => doc.getText("t").insert(0, "для чтения"));
  const reader = open(first.url, "read", "?read=1");
  await until(() => reader.state().synced);
  reader.dispose();
  await first.stop();
  const offline = open(first.url, "read", "?read=1");
  await until(() => offline.state().ready);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(offline.state().writable).toBe(false);
});
