import { existsSync } from "node:fs";
import path from "node:path";
import type { Accounts } from "#context";
import { isRefusal } from "#domain/refusal.ts";
import { sit } from "../commands/joining.ts";
import { readEnv } from "../env.ts";
import { build } from "../services.ts";
import { RECORD_FILE } from "../store/database.ts";
import { Database } from "../store/sqlite.ts";
import type { Call } from "./call.ts";
import { Refused } from "./refused.ts";

const MOST = 1000;
const PLACE = "http://localhost";

/**
 * Makes a demo workshop in DATA_DIR in which one question is being worded, with a cookie for everybody who takes part:
 * what a load test needs. Run it before the server starts.
 */
export const seed = async ({ options, env, say, language, out }: Call): Promise<number> => {
  const count = Number(options.participants);
  if (!Number.isInteger(count) || count < 1 || count > MOST)
    throw new Refused({
      where: "--participants",
      expected: say.countOf(1, MOST),
      got: options.participants === undefined ? say.nothing : String(options.participants),
    });
  const services = await build(readEnv({ ...env, LOG_LEVEL: "silent" }));
  try {
    const facilitator = await account(services.accounts, services.env.DATA_DIR);
    const request = new Request(PLACE, { headers: { cookie: facilitator } });
    const owner = await services.accounts.who(request);
    if (!owner) throw new Error("the account that was just made is not known");
    const workshops = services.workshops({ origin: PLACE, phones: PLACE, address: "127.0.0.1" });
    const { id } = await workshops.createDemo(owner, "windows", language);
    const door = await workshops.enter(id, request);
    const entrance = await door?.entrance();
    const asked = (await door?.record())?.asked.find(({ phase }) => phase === "decided");
    if (!door || !entrance || !asked) throw new Error("the demo workshop that was just made cannot be entered");
    await door.openQuestion({ question: asked.key });
    await door.movePhase({ question: asked.key, from: "decided", to: "word", confirmed: true });
    const { house, seats } = services.parts;
    const participants = [];
    for (let number = 1; number <= count; number++) {
      const name = `Participant ${number}`;
      const seated = await sit(house, entrance.code, { name, role: "sales-manager", department: "sales" }, () => null);
      if (isRefusal(seated)) throw new Error(`${name} was not let in: ${seated.refused}`);
      participants.push({
        name,
        cookie: pair(seats.issueSeat(new Request(PLACE), seated.workshop, seated.participant)[0] ?? ""),
      });
    }
    const seeded = {
      paths: { feed: `/feed/${id}`, rooms: "/rooms" },
      rooms: [`${id}/${encodeURIComponent(asked.key)}`],
      facilitator: { cookie: facilitator },
      participants,
    };
    await out(`${JSON.stringify(seeded, null, options.json ? 0 : 2)}\n`);
    return 0;
  } finally {
    await services.close();
  }
};

/** The cookie of a new facilitator; where there are accounts already, the first of them invites. */
const account = async (accounts: Accounts, folder: string): Promise<string> => {
  const email = `load-${crypto.randomUUID()}@example.org`;
  const invitation = (await accounts.isFresh()) ? undefined : (await accounts.invite(firstAccount(folder), null)).token;
  const entered = await accounts.signUp(
    { name: "Load test", email, password: crypto.randomUUID(), ...(invitation && { invitation }) },
    new Request(PLACE),
  );
  if ("refused" in entered) throw new Error(`no account could be made: ${entered.refused}`);
  return entered.headers.getSetCookie().map(pair).join("; ");
};

const firstAccount = (folder: string): string => {
  const file = path.join(folder, RECORD_FILE);
  if (!existsSync(file)) throw new Error(`${file} is missing`);
  const sqlite = new Database(file, { readonly: true });
  try {
    return String(sqlite.prepare('select "id" from "user" order by "createdAt" limit 1').pluck().get());
  } finally {
    sqlite.close();
  }
};

/** The name and value of a Set-Cookie line, as a browser sends them back. */
const pair = (setCookie: string): string => setCookie.split(";")[0] ?? "";
