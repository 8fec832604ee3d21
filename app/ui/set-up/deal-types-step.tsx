import { useState } from "react";
import { Form, useNavigation } from "react-router";
import type { Workshop } from "#domain/workshop.ts";
import { useDraft } from "#live/draft.ts";
import { newId } from "#live/new-id.ts";
import { Button, IconButton } from "#ui/primitives/button.tsx";
import { Field, SelectField, TextAreaField } from "#ui/primitives/field.tsx";
import { useWords } from "#words/context.tsx";
import { ChainEditor } from "./chain-editor.tsx";
import { KeptField } from "./kept-field.tsx";
import type { SetUpDoor } from "./use-set-up.ts";

export type OfferedDealType = { template: string; dealType: string; name: string; industry: string };
type Props = { workshop: Workshop; offered: OfferedDealType[]; door: SetUpDoor };

/** Kinds of deals, each with its own chain of stages. */
export const DealTypesStep = ({ workshop, offered, door }: Props) => {
  const { t } = useWords();
  return (
    <div className="stack stack--loose">
      {workshop.dealTypes.length > 1 && <a href={`/w/${workshop.id}/deal-types`}>{t("compare.title")}</a>}
      {workshop.dealTypes.map((type) => (
        <section key={type.id} className="set-up__part">
          <div className="set-up__part-head">
            <KeptField
              draft={`${workshop.id}.${type.id}.name`}
              label={t("new.dealType")}
              value={type.name}
              maxLength={200}
              required
              onKeep={(name) => door.change({ change: "rename-deal-type", id: type.id, name })}
            />
            <IconButton
              icon="trash"
              label={t("setUp.removeDealType", { name: type.name })}
              disabled={workshop.dealTypes.length < 2}
              onClick={() => door.change({ change: "remove-deal-type", id: type.id })}
            />
          </div>
          <ChainEditor
            workshop={workshop}
            dealType={type}
            onStages={(stages) => door.change({ change: "stages", dealType: type.id, stages })}
          />
        </section>
      ))}
      <AddDealType workshop={workshop} offered={offered} door={door} />
      <BringChain workshop={workshop} />
    </div>
  );
};

/** Another kind of deal begins as a copy of one of this workshop or as one of an industry. */
const AddDealType = ({ workshop, offered, door }: Props) => {
  const { t } = useWords();
  const sources = [
    ...workshop.dealTypes.map((type) => ({
      value: `like ${type.id}`,
      name: type.name,
      label: t("setUp.like", { name: type.name }),
    })),
    ...offered.map((type) => ({
      value: `from ${type.template} ${type.dealType}`,
      name: type.name,
      label: `${type.industry}: ${type.name}`,
    })),
  ];
  const [source, setSource] = useState(sources[0]?.value ?? "");
  const [name, setName] = useState("");
  const add = async () => {
    const [kind, first = "", second = ""] = source.split(" ");
    const answered = await door.change({
      change: "add-deal-type",
      id: `deal-${newId().slice(0, 8)}`,
      name: name.trim() || (sources.find(({ value }) => value === source)?.name ?? ""),
      like: kind === "like" ? first : null,
      template: kind === "from" ? { id: first, dealType: second } : null,
    });
    if ("done" in answered) setName("");
  };
  return (
    <form
      className="add-person"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <SelectField
        label={t("setUp.startFrom")}
        value={source}
        options={sources}
        onChange={(event) => setSource(event.target.value)}
      />
      <Field
        label={t("setUp.dealTypeName")}
        optional
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.target.value)}
      />
      <Button variant="quiet" icon="add" type="submit" busy={door.busy}>
        {t("setUp.addDealType")}
      </Button>
    </form>
  );
};

/** The chain that the company's CRM has already: what the CRM says of itself, or a table. A form: files come this way. */
const BringChain = ({ workshop }: Pick<Props, "workshop">) => {
  const { t } = useWords();
  const [text, setText] = useDraft(`set-up.${workshop.id}.chain`);
  return (
    <details className="set-up__part">
      <summary>{t("chain.bring")}</summary>
      <Form method="post" encType="multipart/form-data" className="stack">
        <p className="soft">{t("chain.lead")}</p>
        <Field
          label={t("chain.file")}
          hint={t("chain.fileHint")}
          type="file"
          name="file"
          accept=".json,.csv,.tsv,.txt"
        />
        <TextAreaField
          label={t("chain.paste")}
          name="text"
          rows={4}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div>
          <Button variant="quiet" type="submit" busy={useNavigation().state === "submitting"}>
            {t("chain.take")}
          </Button>
        </div>
      </Form>
    </details>
  );
};
