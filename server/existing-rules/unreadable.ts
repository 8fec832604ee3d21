import { BadInput } from "#domain/bad-input.ts";

/** Why a file gave no text; a screen says each in words of its own. */
export type UnreadableCode =
  | "too-large"
  | "unpacks-too-large"
  | "too-long"
  | "encrypted"
  | "old-word"
  | "other-format"
  | "broken"
  | "empty";

/** A file that cannot be read as rules; the message is one line and names what was expected. */
export class Unreadable extends BadInput {
  override name = "Unreadable";
  readonly code: UnreadableCode;
  constructor(code: UnreadableCode, message: string) {
    super(message);
    this.code = code;
  }
}
