import { Form } from "react-router";
import "./set-up.css";
import { Button } from "#ui/primitives/button.tsx";
import { Field } from "#ui/primitives/field.tsx";
import { useWords } from "#words/context.tsx";

type Card = { id: string; name: string; createdAt: string; stages: number; questions: number };

/** One kept set-up: begin with it, take it along as a file, let it go. */
export const OwnTemplateRow = ({ template, busy }: { template: Card; busy: boolean }) => {
  const { t, date } = useWords();
  return (
    <li className="own-template">
      <div>
        <strong>{template.name}</strong>
        <p className="quiet">
          {t("templates.holds", {
            stages: t("templates.stages", { count: template.stages }),
            questions: t("setUp.questions", { count: template.questions }),
            date: date(template.createdAt),
          })}
        </p>
      </div>
      <Form method="post" className="add-person">
        <input type="hidden" name="template" value={template.id} />
        <Field label={t("new.company")} name="company" required maxLength={200} />
        <Button type="submit" name="intent" value="start" busy={busy}>
          {t("templates.start")}
        </Button>
      </Form>
      <Form method="post" className="cluster">
        <input type="hidden" name="template" value={template.id} />
        <a href={`/templates/${template.id}`} download>
          {t("templates.file")}
        </a>
        <Button variant="link" type="submit" name="intent" value="remove" busy={busy}>
          {t("templates.remove")}
        </Button>
      </Form>
    </li>
  );
};

/** A file of one's own, from another installation or a former workshop. */
export const TemplateUpload = ({ busy }: { busy: boolean }) => {
  const { t } = useWords();
  return (
    <>
      <Field
        label={t("templates.upload")}
        hint={t("templates.uploadHint")}
        type="file"
        name="file"
        accept="application/json,.json"
        required
      />
      <div>
        <Button variant="quiet" type="submit" name="intent" value="bring-in" busy={busy}>
          {t("templates.bringIn")}
        </Button>
      </div>
    </>
  );
};

/** Keeps the set-up of this workshop to begin with again. */
export const KeepAsTemplate = ({ workshop, name }: { workshop: string; name: string }) => {
  const { t } = useWords();
  return (
    <Form method="post" action="/templates" className="add-person">
      <input type="hidden" name="workshop" value={workshop} />
      <Field label={t("templates.name")} name="name" required maxLength={200} defaultValue={name} />
      <Button variant="quiet" type="submit" name="intent" value="keep">
        {t("templates.keep")}
      </Button>
    </Form>
  );
};
