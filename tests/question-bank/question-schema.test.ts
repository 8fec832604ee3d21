import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { questionFileSchema } from "#question-bank";
import { templateFileSchema } from "#templates";

const asText = (schema: object) => `${JSON.stringify(schema, null, 2)}\n`;

// `npx vitest run tests/question-bank -u` writes both files anew
test("the published schema of question files is the one that the loader checks by", async () => {
  await expect(asText(questionFileSchema())).toMatchFileSnapshot("../../question-bank/question.schema.json");
});

test("the published schema of template files is the one that the loader checks by", async () => {
  await expect(asText(templateFileSchema())).toMatchFileSnapshot("../../templates/template.schema.json");
});

test("an editor that checks by the published schemas finds nothing wrong in the files", () => {
  const ajv = new Ajv2020({ strict: false });
  const texts = {
    question: import.meta.glob<string>("/question-bank/*.yaml", { query: "?raw", import: "default", eager: true }),
    template: import.meta.glob<string>("/templates/industries/*.yaml", {
      query: "?raw",
      import: "default",
      eager: true,
    }),
  };
  const check = { question: ajv.compile(questionFileSchema()), template: ajv.compile(templateFileSchema()) };
  for (const kind of ["question", "template"] as const)
    for (const [path, text] of Object.entries(texts[kind]))
      expect(check[kind](parse(text)), `${path}: ${ajv.errorsText(check[kind].errors)}`).toBe(true);
});
