// Our rooms alone, as the peers run theirs: PORT and DATA_DIR come from outside. Limits that protect from people are raised.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { serveRooms } from "./.cache/ours/serving.js";

const folder = process.env.DATA_DIR ?? ".";
mkdirSync(folder, { recursive: true });
const limits = { updatesPerSecond: 1_000_000, roomBytes: 1 << 30, seatsPerRoom: 1_000, frameBytes: 16 << 20 };
const served = await serveRooms({ file: path.join(folder, "texts.sqlite"), port: Number(process.env.PORT), limits });
process.on("SIGTERM", () => served.stop().then(() => process.exit(0)));
