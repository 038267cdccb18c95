import CircleAlert from 'lucide-react/icons/circle-alert';
import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { useTranslation } from 'react-i18next';
import styles from './Field.module.css';
import { Icon } from './Icon.tsx';
import { cx } from './cx.ts';

/** What every field of a form takes. */
export interface FieldProps {
  label: string;
  /** One line on what to enter, shown between label and field. */
  description?: string | undefined;
  /** Fields are required unless said otherwise; an optional one says so beside its label. */
  optional?: boolean | undefined;
  /** What is wrong. Problems that a `Form` holds under this `name` show by themselves. */
  error?: string | undefined;
  name?: string | undefined;
  isDisabled?: boolean | undefined;
  /** In a table or list whose head says it already; it is still read out. */
  isLabelHidden?: boolean | undefined;
}

/** The part of a field's props that react-aria takes as it is. */
export function ariaFieldProps({ name, error, optional, isDisabled }: FieldProps) {
  return {
    className: cx(styles.field),
    isRequired: !optional,
    isDisabled: isDisabled ?? false,
    validationBehavior: 'aria' as const,
    // Lets the summary of a form find the field and put the focus into it.
    ...(name !== undefined && { name, 'data-field': name }),
    ...(error !== undefined && { isInvalid: true }),
  };
}

/** Label, description, the control itself and what is wrong with it, in this order. */
export function FieldParts(props: FieldProps & { children: ReactNode }) {
  return (
    <>
      <FieldLabel {...props} />
      {props.description && (
        <Text slot="description" className={cx(styles.description)}>
          {props.description}
        </Text>
      )}
      {props.children}
      <FieldProblem error={props.error} />
    </>
  );
}

function FieldLabel({
  label,
  optional,
  isLabelHidden = false,
}: Pick<FieldProps, 'label' | 'optional' | 'isLabelHidden'>) {
  const { t } = useTranslation();
  return (
    <Label className={cx(isLabelHidden ? 'nt-hidden' : styles.label)}>
      {label}
      {optional && <span className={styles.optional}> ({t('optional')})</span>}
    </Label>
  );
}

/** Shows the given error, or the one that the form holds for the field. */
export function FieldProblem({ error }: { error?: string | undefined }) {
  return (
    <FieldError className={cx(styles.error)}>
      {({ validationErrors }) => (
        <>
          <Icon of={CircleAlert} />
          <span>{error ?? validationErrors.join(' ')}</span>
        </>
      )}
    </FieldError>
  );
}
