import { type FormEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Form as AriaForm } from 'react-aria-components/Form';
import { FormErrorSummary } from './FormErrorSummary.tsx';
import styles from './Form.module.css';
import { type Problems, ProblemsContext, noProblems, problemsOf } from './problems.ts';
import type { ErrorCode } from '../../models/errors.ts';
import { cx } from './cx.ts';

export interface FormProps {
  id?: string;
  children: ReactNode;
  onSubmit: () => unknown;
  /** From `useSubmit`. Fields show the problem held under their `name`. */
  problems?: Problems;
  /** The label of each named field, for the summary above the form. */
  labels?: Readonly<Record<string, string>>;
}

const noLabels = {};

/** A column of fields; after a refusal the summary takes the focus and leads to each field. */
export function Form({
  id,
  children,
  onSubmit,
  problems = noProblems,
  labels = noLabels,
}: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A sheet's form may stand in the markup of another form's page; only this one is meant.
    event.stopPropagation();
    onSubmit();
  };
  return (
    <AriaForm
      ref={form}
      {...(id !== undefined && { id })}
      className={cx(styles.form)}
      validationBehavior="aria"
      validationErrors={problems.fields}
      onSubmit={submit}
    >
      <FormErrorSummary problems={problems} labels={labels} form={form} />
      <ProblemsContext value={problems}>{children}</ProblemsContext>
    </AriaForm>
  );
}

/** Fields side by side where there is room. */
export const FieldRow = ({ children }: { children: ReactNode }) => (
  <div className={styles.row}>{children}</div>
);

interface Submission {
  /** Hand it to the form's `onSubmit`. A second call while the first runs does nothing. */
  submit: () => Promise<void>;
  /** Hand it to the submit button. */
  isPending: boolean;
  problems: Problems;
}

interface SubmitOptions {
  /** Checks before sending; return problems to stop, or nothing to go on. */
  check?: () => Problems | undefined;
  /** Which field a code of refusal always concerns: `{ username_taken: 'username' }`. */
  byCode?: Partial<Record<ErrorCode, string>>;
}

/** Sends a form once at a time and keeps what was refused. */
export function useSubmit(action: () => Promise<unknown>, options: SubmitOptions = {}): Submission {
  const [state, setState] = useState({ isPending: false, problems: noProblems });
  const latest = useRef({ action, options });
  useEffect(() => {
    latest.current = { action, options };
  });
  const busy = useRef(false);
  const submit = useCallback(async () => {
    if (busy.current) return;
    const found = latest.current.options.check?.();
    if (found) {
      setState({ isPending: false, problems: found });
      return;
    }
    busy.current = true;
    setState({ isPending: true, problems: noProblems });
    try {
      await latest.current.action();
      setState({ isPending: false, problems: noProblems });
    } catch (error) {
      const problems = problemsOf(error, latest.current.options.byCode);
      setState({ isPending: false, problems });
    } finally {
      busy.current = false;
    }
  }, []);
  return { submit, ...state };
}
