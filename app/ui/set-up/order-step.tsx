import type { TypicalOrder } from "#domain/deal-type.ts";
import type { Workshop } from "#domain/workshop.ts";
import { useWords } from "#words/context.tsx";
import { KeptField } from "./kept-field.tsx";
import type { SetUpDoor } from "./use-set-up.ts";

/** The order on whose example the rules are made: invented, so that no client's data are written anywhere. */
export const OrderStep = ({ workshop, door }: { workshop: Workshop; door: SetUpDoor }) => {
  const { t } = useWords();
  const { order } = workshop;
  const keep = (part: Partial<TypicalOrder>) => door.change({ change: "order", order: { ...order, ...part } });
  return (
    <div className="stack stack--loose">
      <p className="soft">{t("setUp.orderLead")}</p>
      <KeptField
        draft={`${workshop.id}.order-title`}
        label={t("new.orderTitle")}
        value={order.title}
        maxLength={120}
        required
        onKeep={(title) => keep({ title })}
      />
      <KeptField
        draft={`${workshop.id}.order-story`}
        label={t("new.orderStory")}
        hint={t("setUp.orderHint")}
        value={order.story}
        maxLength={4000}
        lines={8}
        onKeep={(story) => keep({ story })}
      />
    </div>
  );
};
