import { useState } from "react";
import { type Answered, command } from "./command.ts";

/** One command at a time with what came of the last one; `busy` disables the button that sends it. */
export const useCommand = () => {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Exclude<Answered, { done: true }> | null>(null);
  const run = async (method: "POST" | "PATCH" | "DELETE", url: string, body?: object | FormData): Promise<Answered> => {
    setBusy(true);
    const answered = await command(method, url, body);
    setBusy(false);
    setRefusal("refused" in answered ? answered : null);
    return answered;
  };
  return { busy, refusal, dismiss: () => setRefusal(null), run };
};
