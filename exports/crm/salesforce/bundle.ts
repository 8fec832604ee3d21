import type { Draft } from "../draft.ts";
import { metadata, type XmlBody } from "./xml.ts";

/** The version of the Metadata API that the files are written for. */
export const API_VERSION = "62.0";
const ROOT = "force-app/main/default";

type Component = {
  /** The path below the package folder, without `-meta.xml`. */
  path: string;
  root: string;
  body: XmlBody;
  does: string;
  carries?: string[];
  /** As the manifest names it. */
  type: string;
  member: string;
};

/** The project folder while it is written: every component stands in the manifest, and nothing else does. */
export class Bundle {
  readonly draft: Draft;
  readonly #members = new Map<string, string[]>();

  constructor(draft: Draft) {
    this.draft = draft;
  }

  add({ path, root, body, does, carries = [], type, member }: Component): void {
    this.draft.file(`${ROOT}/${path}-meta.xml`, does, metadata(root, body), carries);
    this.#members.set(type, [...(this.#members.get(type) ?? []), member]);
  }

  count(type: string): number {
    return this.#members.get(type)?.length ?? 0;
  }

  /** The manifest and what makes the folder a project of the `sf` command line. */
  close(): void {
    const { say } = this.draft.names;
    const types = [...this.#members].map(([name, members]) => ({ members, name }));
    this.draft.file(
      "manifest/package.xml",
      say("что загружается", "what is deployed"),
      metadata("Package", { types, version: API_VERSION }),
      [],
    );
    this.draft.file(
      "sfdx-project.json",
      say("папка как проект Salesforce", "the folder as a Salesforce project"),
      `${JSON.stringify({ packageDirectories: [{ path: "force-app", default: true }], sourceApiVersion: API_VERSION }, null, 2)}\n`,
      [],
    );
  }
}
