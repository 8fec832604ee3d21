import { languageOf, wordsIn } from "./cli/call.ts";
import { run } from "./cli/run.ts";

// a reader that has seen enough, such as head, closes the pipe: no reason to complain
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));

const argv = process.argv.slice(2);
const out = (text: string) => new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));

let code = 2;
try {
  code = await run(argv, process.env, { out, err: (text) => void process.stderr.write(text) });
} catch (error) {
  const say = wordsIn(languageOf(argv, process.env));
  process.stderr.write(
    `${say.unexpected(error instanceof Error ? error.message : String(error)).replace(/\n/g, " ")}\n`,
  );
}
process.exit(code);
