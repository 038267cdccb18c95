import CircleAlert from 'lucide-react/icons/circle-alert';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Form.module.css';
import { Icon } from './Icon.tsx';
import type { Problems } from './problems.ts';

interface FormErrorSummaryProps {
  problems: Problems;
  labels: Readonly<Record<string, string>>;
  form: RefObject<HTMLFormElement | null>;
}

const focusable = 'input:not([type="hidden"]), textarea, button, [tabindex="0"]';

/** Everything that is wrong, at the top, each line leading to its field. */
export function FormErrorSummary({ problems, labels, form }: FormErrorSummaryProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const fields = Object.entries(problems.fields);
  const isEmpty = fields.length === 0 && !problems.message;
  useEffect(() => {
    if (!isEmpty) box.current?.focus();
  }, [problems, isEmpty]);
  if (isEmpty) return null;
  const focus = (name: string) => {
    const field = form.current?.querySelector(`[data-field="${CSS.escape(name)}"]`);
    field?.querySelector<HTMLElement>(focusable)?.focus();
  };
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
                {labels[name] ? `${labels[name]}: ${message}` : message}
              </button>
            </li>
          ))}
        </ul>
      )}
      {problems.code && <p className={styles.code}>{t('errorCode', { code: problems.code })}</p>}
    </div>
  );
}
