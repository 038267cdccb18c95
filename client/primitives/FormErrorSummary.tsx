import CircleAlert from 'lucide-react/icons/circle-alert';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Form.module.css';
import { Icon } from './Icon.tsx';
import { type Problems, noProblems } from './problems.ts';

interface FormErrorSummaryProps {
  problems: Problems;
  labels: Readonly<Record<string, string>>;
  form: RefObject<HTMLFormElement | null>;
}

const focusable = 'input:not([type="hidden"]), textarea, button, [tabindex="0"]';

/** The field that holds a part: `members` for `members.3.personId`. */
const topOf = (path: string) => path.split('.')[0] ?? path;

const fieldOf = (form: FormErrorSummaryProps['form'], name: string) =>
  form.current?.querySelector(`[data-field="${CSS.escape(name)}"]`);

function labelled(labels: FormErrorSummaryProps['labels'], name: string, message: string) {
  const label = labels[name] ?? labels[topOf(name)];
  return label ? `${label}: ${message}` : message;
}

/** Everything that is wrong, at the top, each line leading to its field. */
export function FormErrorSummary({ problems, labels, form }: FormErrorSummaryProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const fields = Object.entries(problems.fields);
  const isEmpty = fields.length === 0 && !problems.message;
  useEffect(() => {
    // Each refusal moves the focus here, also when it says the same as the one before.
    if (problems !== noProblems) box.current?.focus();
  }, [problems]);
  if (isEmpty) return null;
  const focus = (name: string) =>
    (fieldOf(form, name) ?? fieldOf(form, topOf(name)))
      ?.querySelector<HTMLElement>(focusable)
      ?.focus();
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <p className={styles.title}>
        <Icon of={CircleAlert} />
        {fields.length > 0 ? t('problems', { count: fields.length }) : problems.message}
      </p>
      {fields.length > 0 && (
        <ul className={styles.problems}>
          {fields.map(([name, message]) => (
            <li key={name}>
              <button type="button" className={styles.jump} onClick={() => focus(name)}>
                {labelled(labels, name, message)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {problems.reference && (
        <p className={styles.code}>{t('errorCode', { code: problems.reference })}</p>
      )}
    </div>
  );
}
