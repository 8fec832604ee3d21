import { Field } from "#ui/primitives/field.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { useWords } from "#words/context.tsx";

const CODES = [
  "email-taken",
  "email-invalid",
  "name-missing",
  "password-too-short",
  "password-too-long",
  "wrong-credentials",
  "too-many-attempts",
  "invitation-used",
  "invitation-expired",
  "invitation-unknown",
  "invitation-other-email",
  "sign-up-closed",
] as const;

type Problem = { key: `accountRefusal.${(typeof CODES)[number]}`; params: { seconds: number } };

/** The sentence for a refusal of the account door; an unknown code reads as wrong credentials, which reveals nothing. */
export const accountProblem = (refusal: { refused: string; retryAfter?: number } | undefined): Problem | null => {
  if (!refusal) return null;
  const code = CODES.find((known) => known === refusal.refused) ?? "wrong-credentials";
  return { key: `accountRefusal.${code}`, params: { seconds: refusal.retryAfter ?? 60 } };
};

/** Name, e-mail and password of a new facilitator account. */
export const AccountFields = ({ problem, name, email }: { problem: Problem | null; name?: string; email?: string }) => {
  const { t } = useWords();
  return (
    <>
      {problem && <Notice tone="problem">{t(problem.key, problem.params)}</Notice>}
      <Field label={t("account.name")} name="name" autoComplete="name" defaultValue={name} required maxLength={80} />
      <Field label={t("account.email")} name="email" type="email" autoComplete="email" defaultValue={email} required />
      <Field
        label={t("account.password")}
        hint={t("account.passwordHint")}
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={10}
        required
      />
    </>
  );
};
