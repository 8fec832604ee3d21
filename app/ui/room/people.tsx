import type { ReactNode } from "react";
import type { PersonView, SharedView } from "#domain/room.ts";
import { useWords } from "#words/context.tsx";

type Props = { view: SharedView; action?: (person: PersonView) => ReactNode };

/** Who is expected and who is here, by department. */
export const People = ({ view, action }: Props) => {
  const { t } = useWords();
  const roles = new Map(view.workshop.roles.map(({ id, name }) => [id, name]));
  return (
    <div className="people">
      {view.workshop.departments
        .map((department) => ({
          department,
          people: view.people.filter((person) => person.department === department.id),
        }))
        .filter(({ people }) => people.length > 0)
        .map(({ department, people }) => (
          <section key={department.id}>
            <h3>{department.name}</h3>
            <ul className="people__list">
              {people.map((person) => (
                <li key={person.id} className={`person${person.here ? " person--here" : ""}`}>
                  <span className={`dot${person.here ? " dot--filled" : ""}`} aria-hidden="true" />
                  <span className="person__who">
                    {person.name}
                    <span className="quiet">
                      {roles.get(person.role)}
                      {person.observer && ` · ${t("people.observes")}`}
                      {person.away && ` · ${t("people.left")}`}
                    </span>
                  </span>
                  <span className="visually-hidden">{person.here ? t("people.here") : t("people.away")}</span>
                  {action?.(person)}
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
};
