import type { SharedView } from "#domain/room.ts";
import { QrCode } from "#ui/primitives/qr-code.tsx";
import { Sheet } from "#ui/primitives/sheet.tsx";
import { useWords } from "#words/context.tsx";
import { People } from "./people.tsx";

export type EntranceLinks = { code: string; joinUrl: string; projectorUrl: string };
type Props = {
  open: boolean;
  onClose: () => void;
  entrance: EntranceLinks;
  shared: SharedView;
  onRemove: (participant: string) => void;
};

/** How people come in, and who is here. */
export const EntranceSheet = ({ open, onClose, entrance, shared, onRemove }: Props) => {
  const { t } = useWords();
  return (
    <Sheet open={open} onClose={onClose} title={t("room.entrance")} tall>
      <div className="entrance">
        <Entrance entrance={entrance} />
        <People view={shared} onRemove={onRemove} />
      </div>
    </Sheet>
  );
};

/** QR, code and links, large enough to be shown from the laptop itself. */
export const Entrance = ({ entrance }: { entrance: EntranceLinks }) => {
  const { t } = useWords();
  return (
    <div className="entrance__ways">
      <QrCode text={entrance.joinUrl} label={t("lobby.qr", { url: entrance.joinUrl })} />
      <dl>
        <dt>{t("console.joinCode")}</dt>
        <dd className="entrance__code">{entrance.code}</dd>
        <dt>{t("console.joinLink")}</dt>
        <dd>
          <a href={entrance.joinUrl}>{entrance.joinUrl}</a>
        </dd>
        <dt>{t("console.projector")}</dt>
        <dd>
          <a href={entrance.projectorUrl} target="_blank" rel="noreferrer">
            {entrance.projectorUrl}
          </a>
        </dd>
      </dl>
    </div>
  );
};
