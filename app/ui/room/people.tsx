import type { SharedView } from "#domain/room.ts";
import { IconButton } from "#ui/primitives/button.tsx";
import { useWords } from "#words/context.tsx";

/** Who is expected and who is here, by department. */
export const People = ({ view, onRemove }: { view: SharedView; onRemove?: (id: string) => void }) => {
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
                    <span className="quiet">{roles.get(person.role)}</span>
                  </span>
                  <span className="visually-hidden">{person.here ? t("people.here") : t("people.away")}</span>
                  {onRemove && (
                    <IconButton
                      icon="close"
                      size="small"
                      label={`${t("person.remove")}: ${person.name}`}
                      onClick={() => onRemove(person.id)}
                    />
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
};
