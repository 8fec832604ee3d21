import { type MouseEvent, useState } from "react";
import { useWords } from "#words/context.tsx";

const STEPS = ["composing", "laying-out", "pages", "pdf"] as const;
type Step = (typeof STEPS)[number];

/**
 * A link to a file that takes seconds to make: says how far it has got, then saves it. Without scripts it is a plain link.
 */
export const Download = ({ href, name, children }: { href: string; name: string; children: string }) => {
  const { t } = useWords();
  const [state, setState] = useState<Step | "failed" | null>(null);
  const fetchIt = async (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (state !== null && state !== "failed") return;
    setState("composing");
    try {
      const bytes = await received(`${href}${href.includes("?") ? "&" : "?"}progress=1`, setState);
      save(bytes, name);
      setState(null);
    } catch {
      setState("failed");
    }
  };
  return (
    <span className="download">
      <a href={href} download={name} onClick={fetchIt} aria-busy={state !== null && state !== "failed"}>
        {children}
      </a>
      <span role="status" className="quiet">
        {state === null ? "" : ` ${state === "failed" ? t("download.failed") : t(`download.${state}`)}`}
      </span>
    </span>
  );
};

/** Lines that name steps, an empty one, then the file. */
const received = async (address: string, onStep: (step: Step) => void): Promise<Uint8Array<ArrayBuffer>> => {
  const response = await fetch(address);
  if (!response.ok || !response.body) throw new Error(`${response.status}`);
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let head = "";
  let isHead = true;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    let rest = read.value;
    while (isHead && rest.length > 0) {
      const end = rest.indexOf(10);
      head += new TextDecoder().decode(end < 0 ? rest : rest.subarray(0, end));
      rest = end < 0 ? rest.subarray(rest.length) : rest.subarray(end + 1);
      if (end < 0) break;
      if (head === "") isHead = false;
      const step = STEPS.find((one) => one === head);
      if (step) onStep(step);
      head = "";
    }
    if (!isHead && rest.length > 0) chunks.push(rest);
  }
  if (chunks.length === 0) throw new Error("no file came");
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
};

const save = (bytes: Uint8Array<ArrayBuffer>, name: string): void => {
  const url = URL.createObjectURL(new Blob([bytes]));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // the browser reads the address after the click
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
