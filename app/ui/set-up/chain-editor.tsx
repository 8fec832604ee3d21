import type { DealType } from "#domain/deal-type.ts";
import type { StageEdit } from "#domain/set-up.ts";
import type { Workshop } from "#domain/workshop.ts";
import type { Answered } from "#live/command.ts";
import { newId } from "#live/new-id.ts";
import { Button, IconButton } from "#ui/primitives/button.tsx";
import { SelectField } from "#ui/primitives/field.tsx";
import { useWords } from "#words/context.tsx";
import { KeptField } from "./kept-field.tsx";
import { SortableList } from "./sortable-list.tsx";

type Props = {
  workshop: Workshop;
  dealType: DealType;
  onStages: (stages: StageEdit[]) => Promise<Answered>;
};

/** The stages of a deal: each named by the result that is reached, with who leads it. */
export const ChainEditor = ({ workshop, dealType, onStages }: Props) => {
  const { t } = useWords();
  const edits: StageEdit[] = dealType.stages.map(({ id, name, exit, role, norm }) => ({ id, name, exit, role, norm }));
  const set = (id: string, patch: Partial<StageEdit>) =>
    onStages(edits.map((stage) => (stage.id === id ? { ...stage, ...patch } : stage)));
  return (
    <div className="chain-editor">
      <SortableList
        items={edits}
        label={t("setUp.chain", { type: dealType.name })}
        onMove={(id, before) => {
          const rest = edits.filter((stage) => stage.id !== id);
          const moved = edits.filter((stage) => stage.id === id);
          const at = before === null ? rest.length : rest.findIndex((stage) => stage.id === before);
          onStages([...rest.slice(0, at), ...moved, ...rest.slice(at)]);
        }}
      >
        {(stage, index) => (
          <div className="chain-editor__stage">
            <span className="chain-editor__number" aria-hidden="true">
              {index + 1}
            </span>
            <KeptField
              draft={`${workshop.id}.${dealType.id}.${stage.id}.name`}
              label={t("setUp.stageName")}
              value={stage.name}
              maxLength={200}
              required
              onKeep={(name) => set(stage.id, { name })}
            />
            <KeptField
              draft={`${workshop.id}.${dealType.id}.${stage.id}.exit`}
              label={t("setUp.stageExit")}
              value={stage.exit}
              maxLength={500}
              onKeep={(exit) => set(stage.id, { exit })}
            />
            <SelectField
              label={t("setUp.stageRole")}
              value={stage.role ?? ""}
              options={[
                { value: "", label: t("setUp.nobody") },
                ...workshop.roles.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(event) => set(stage.id, { role: event.target.value || null })}
            />
            <IconButton
              icon="close"
              label={t("setUp.removeStage", { name: stage.name })}
              disabled={edits.length < 2}
              onClick={() => onStages(edits.filter((other) => other.id !== stage.id))}
            />
          </div>
        )}
      </SortableList>
      <Button
        variant="quiet"
        icon="add"
        onClick={() =>
          onStages([
            ...edits,
            { id: `stage-${newId().slice(0, 8)}`, name: t("setUp.newStage"), exit: "", role: null, norm: null },
          ])
        }
      >
        {t("setUp.addStage")}
      </Button>
    </div>
  );
};
