import type { Participant } from "#domain/participant.ts";
import { absentDepartments } from "#domain/preparation.ts";
import type { Workshop } from "#domain/workshop.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import { AddPerson } from "#ui/room/add-person.tsx";
import { RemovePerson } from "#ui/room/remove-person.tsx";
import { useWords } from "#words/context.tsx";
import { OwnRole } from "./own-role.tsx";
import type { SetUpDoor } from "./use-set-up.ts";

type Props = { workshop: Workshop; participants: Participant[]; door: SetUpDoor };

/** Who is expected, and whose stages would be discussed without anybody of theirs. */
export const PeopleStep = ({ workshop, participants, door }: Props) => {
  const { t, list } = useWords();
  const absent = absentDepartments(workshop, participants);
  const roleOf = (id: string) => workshop.roles.find((role) => role.id === id)?.name ?? id;
  return (
    <div className="stack stack--loose">
      {absent.length > 0 && (
        <Notice tone="caution">
          <ul className="plain-list">
            {absent.map(({ id, name, stages }) => (
              <li key={id}>{t("setUp.absent", { department: name, stages: list(stages) })}</li>
            ))}
          </ul>
        </Notice>
      )}
      {participants.length === 0 ? (
        <p className="soft">{t("new.peopleHint")}</p>
      ) : (
        <ul className="rows">
          {participants.map((person) => (
            <li key={person.id} className="row">
              <span>
                {person.name} <span className="quiet">{roleOf(person.role)}</span>
              </span>
              <RemovePerson name={person.name} onRemove={() => door.removePerson(person.id)} />
            </li>
          ))}
        </ul>
      )}
      <AddPerson workshop={workshop} onAdd={door.addPerson} />
      <OwnRole workshop={workshop} door={door} />
    </div>
  );
};
