import { useState } from "react";
import type { Renewal } from "#domain/meeting.ts";
import type { SharedView } from "#domain/room.ts";
import { Button } from "#ui/primitives/button.tsx";
import { Switch } from "#ui/primitives/checkbox.tsx";
import { CopyButton } from "#ui/primitives/copy-button.tsx";
import { QrCode } from "#ui/primitives/qr-code.tsx";
import { Sheet } from "#ui/primitives/sheet.tsx";
import { useWords } from "#words/context.tsx";
import { AddPerson } from "./add-person.tsx";
import { People } from "./people.tsx";
import { RefusalNotice } from "./refusal-notice.tsx";
import { RemovePerson } from "./remove-person.tsx";
import { type Host, useHost } from "./use-host.ts";

export type EntranceLinks = { code: string; joinUrl: string; projectorUrl: string };
type Props = { open: boolean; onClose: () => void; entrance: EntranceLinks; shared: SharedView };

/** How people come in, and who is here. */
export const EntranceSheet = ({ open, onClose, entrance, shared }: Props) => {
  const { t } = useWords();
  const host = useHost(shared.workshop.id);
  return (
    <Sheet open={open} onClose={onClose} title={t("room.entrance")} tall>
      <div className="entrance">
        <RefusalNotice refusal={host.refusal} onDismiss={host.dismiss} />
        <Ways entrance={entrance} host={host} />
        <Switch
          label={t("meeting.lock")}
          hint={t("meeting.lockHint")}
          checked={shared.meeting.isLocked}
          onChange={(event) => host.lock(event.target.checked)}
        />
        <People
          view={shared}
          action={({ id, name, away }) => (
            <>
              <Button
                variant="link"
                size="small"
                aria-label={`${t(away ? "person.back" : "person.leaves")}: ${name}`}
                onClick={() => host.setAway(id, !away)}
              >
                {t(away ? "person.back" : "person.leaves")}
              </Button>
              <RemovePerson name={name} onRemove={() => host.removePerson(id)} />
            </>
          )}
        />
        <AddPerson workshop={shared.workshop} onAdd={host.addPerson} />
        <p>
          <a href={`/w/${shared.workshop.id}/lead`}>{t("lead.title")}</a>
        </p>
      </div>
    </Sheet>
  );
};

/** QR, code and links, large enough to be shown from the laptop itself. */
const Ways = ({ entrance, host }: { entrance: EntranceLinks; host: Host }) => {
  const { t } = useWords();
  return (
    <div className="entrance__ways">
      <QrCode text={entrance.joinUrl} label={t("lobby.qr", { url: entrance.joinUrl })} />
      <dl>
        <dt>{t("console.joinCode")}</dt>
        <dd className="entrance__code">{entrance.code}</dd>
        <dt>{t("console.joinLink")}</dt>
        <dd>
          <a href={entrance.joinUrl}>{entrance.joinUrl}</a> <CopyButton text={entrance.joinUrl} />
        </dd>
        <dt>{t("console.projector")}</dt>
        <dd>
          <a href={entrance.projectorUrl} target="_blank" rel="noreferrer">
            {t("console.openProjector")}
          </a>{" "}
          <CopyButton text={entrance.projectorUrl} />
        </dd>
      </dl>
      <Renew what="code" host={host} />
      <Renew what="screen" host={host} />
    </div>
  );
};

/** A new code, or a new link for the wall; asked once more, for the old one is dead at once. */
const Renew = ({ what, host }: { what: Renewal; host: Host }) => {
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <button type="button" className="link entrance__renew" onClick={() => setAsked(true)}>
        {t(`console.renew.${what}`)}
      </button>
    );
  return (
    <div className="entrance__renew">
      <p>{t(`console.renewLead.${what}`)}</p>
      <div className="cluster">
        <Button variant="quiet" size="small" onClick={() => setAsked(false)}>
          {t("house.cancel")}
        </Button>
        <Button
          size="small"
          busy={host.busy}
          onClick={async () => {
            await host.renewEntrance(what);
            setAsked(false);
          }}
        >
          {t(`console.renew.${what}`)}
        </Button>
      </div>
    </div>
  );
};
