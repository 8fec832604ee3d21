import { speaksYWebsocket } from "../contracts/y-websocket.ts";
import { startReference } from "./reference-server.ts";
import { startRooms } from "./running-rooms.ts";

speaksYWebsocket("our server", async () => (await startRooms()).url);
speaksYWebsocket("the protocol's own library", startReference);
