import type { Answer } from "#domain/answer.ts";
import type { Question } from "#domain/question.ts";
import { DurationsForm, LimitsForm } from "./amount-forms.tsx";
import { MultiForm, SingleForm, TextForm, YesNoForm } from "./choice-forms.tsx";
import { FieldsForm, LossReasonsForm, MetricsForm } from "./dictionary-forms.tsx";
import type { Workshop } from "./names.ts";
import { RoleForm } from "./role-form.tsx";
import { PairsForm, StepsForm } from "./step-forms.tsx";

/** A typed answer while it is being filled in: any part of it may still be missing. */
export type Draft = Record<string, unknown>;

export type FormProps = {
  draft: Draft;
  /** Sets one part of the answer; `undefined` takes it out. */
  onPart: (part: string, value: unknown) => void;
  workshop: Workshop;
  question: Question;
};

/** The form of the question's answer kind; every part is written to the shared text the moment it changes. */
export const AnswerForm = ({ kind, ...props }: FormProps & { kind: Answer["kind"] }) => {
  const Form = FORMS[kind];
  return <Form {...props} />;
};

const FORMS = {
  text: TextForm,
  single: SingleForm,
  multi: MultiForm,
  yesno: YesNoForm,
  role: RoleForm,
  fields: FieldsForm,
  duration: DurationsForm,
  limit: LimitsForm,
  metrics: MetricsForm,
  lossReasons: LossReasonsForm,
  steps: StepsForm,
  pairs: PairsForm,
} as const satisfies Record<Answer["kind"], (props: FormProps) => React.ReactNode>;
