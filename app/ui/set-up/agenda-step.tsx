import { useState } from "react";
import { estimateMinutes } from "#domain/preparation.ts";
import type { Question } from "#domain/question.ts";
import { questionOf, type WorkshopRecord } from "#domain/record.ts";
import { Button, IconButton } from "#ui/primitives/button.tsx";
import { useWords } from "#words/context.tsx";
import { KeptField } from "./kept-field.tsx";
import { OwnQuestion, type SectionName } from "./own-question.tsx";
import { SortableList } from "./sortable-list.tsx";
import type { SetUpDoor } from "./use-set-up.ts";

type Block = { id: string; name: string };
export type BankQuestion = Pick<Question, "id" | "block" | "wording">;
type Props = {
  record: Pick<WorkshopRecord, "workshop" | "questions" | "asked">;
  /** Questions of the bank that nobody asks here yet. */
  bank: BankQuestion[];
  blocks: Block[];
  sections: SectionName[];
  door: SetUpDoor;
};

/** What will be asked, in which order, and how long it would take. */
export const AgendaStep = ({ record, bank, blocks, sections, door }: Props) => {
  const { t, language } = useWords();
  const [rewording, setRewording] = useState<string | null>(null);
  const { workshop, asked, questions } = record;
  const minutes = estimateMinutes(asked, questions);
  const nameOf = (id: string) => blocks.find((block) => block.id === id)?.name ?? t("setUp.ownBlock");
  const items = asked.map((item) => {
    const question = questionOf(record as WorkshopRecord, item);
    const type = workshop.dealTypes.find(({ id }) => id === item.dealType);
    const stage = type?.stages.find(({ id }) => id === item.stage);
    const isMany = workshop.dealTypes.length > 1;
    return {
      id: item.key,
      name: question.wording[language],
      question,
      place: [isMany ? type?.name : undefined, stage?.name ?? nameOf(question.block)].filter(Boolean).join(" · "),
      isStarted: item.phase !== "waiting",
    };
  });
  return (
    <div className="stack stack--loose">
      <p className="lead">
        {t("setUp.estimate", {
          questions: t("setUp.questions", { count: asked.length }),
          hours: Math.round((minutes / 60) * 2) / 2,
        })}
      </p>
      <SortableList
        items={items}
        label={t("room.agenda")}
        onMove={(key, before) => door.change({ change: "move", key, before })}
      >
        {({ id, name, question, place, isStarted }) => (
          <div className="agenda-step__question">
            {rewording === id ? (
              <KeptField
                draft={`${workshop.id}.${question.id}.wording`}
                label={t("setUp.reword")}
                value={name}
                maxLength={500}
                required
                lines={2}
                onKeep={async (wording) => {
                  const answered = await door.change({ change: "reword", question: question.id, wording });
                  setRewording(null);
                  return answered;
                }}
              />
            ) : (
              <p>
                {name}
                <span className="quiet agenda-step__place">{place}</span>
              </p>
            )}
            <div className="agenda-step__tools">
              <IconButton
                icon="edit"
                size="small"
                label={`${t("setUp.reword")}: ${name}`}
                onClick={() => setRewording(rewording === id ? null : id)}
              />
              <IconButton
                icon="close"
                size="small"
                label={`${t("setUp.hide")}: ${name}`}
                disabled={isStarted}
                onClick={() => door.change({ change: "hide", keys: [id] })}
              />
            </div>
          </div>
        )}
      </SortableList>
      <OwnQuestion sections={sections} door={door} />
      {bank.length > 0 && (
        <details className="agenda-step__bank">
          <summary>{t("setUp.bank", { count: bank.length })}</summary>
          {blocks
            .map((block) => ({ block, own: bank.filter((question) => question.block === block.id) }))
            .filter(({ own }) => own.length > 0)
            .map(({ block, own }) => (
              <section key={block.id}>
                <h3>{block.name}</h3>
                <ul className="rows">
                  {own.map((question) => (
                    <li key={question.id} className="row">
                      <span>{question.wording[language]}</span>
                      <Button
                        variant="quiet"
                        size="small"
                        icon="add"
                        aria-label={`${t("setUp.ask")}: ${question.wording[language]}`}
                        onClick={() => door.change({ change: "ask", question: question.id })}
                      >
                        {t("setUp.ask")}
                      </Button>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
        </details>
      )}
    </div>
  );
};
