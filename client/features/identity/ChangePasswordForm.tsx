import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePassword } from '../../../models/contracts/identity.ts';
import { Button } from '../../primitives/Button.tsx';
import { Form, useSubmit } from '../../primitives/Form.tsx';
import { PasswordField } from '../../primitives/PasswordField.tsx';
import { noProblems } from '../../primitives/problems.ts';
import { showToast } from '../../primitives/toasts.ts';
import { useMutationRoute } from '../../realtime/queries.ts';

export interface ChangePasswordFormProps {
  /** The present one was given by someone else. */
  isFirst?: boolean;
  onDone?: () => unknown;
}

const blank = { current: '', next: '', repeat: '' };

export function ChangePasswordForm({ isFirst = false, onDone }: ChangePasswordFormProps) {
  const { t } = useTranslation('identity');
  const [entered, setEntered] = useState(blank);
  const { mutateAsync } = useMutationRoute(changePassword);
  const set = (field: keyof typeof blank) => (value: string) =>
    setEntered((before) => ({ ...before, [field]: value }));

  const check = () => {
    const { current, next, repeat } = entered;
    const fields = {
      ...(current === '' && { current: t('passwordMissing') }),
      ...(next.length > 200 && { next: t('passwordTooLong') }),
      ...(next.length < 10 && { next: t('passwordTooShort') }),
      ...(next !== '' && next === current && { next: t('passwordSame') }),
      ...(next !== repeat && { repeat: t('passwordDiffers') }),
    };
    return Object.keys(fields).length > 0 ? { ...noProblems, fields } : undefined;
  };
  const save = async () => {
    const { current, next } = entered;
    await mutateAsync({ body: { current, next } });
    setEntered(blank);
    showToast(t('passwordSaved'));
    await onDone?.();
  };
  const { submit, isPending, problems } = useSubmit(save, {
    check,
    byCode: { wrong_password: 'current' },
  });
  const labels = {
    current: isFirst ? t('passwordGiven') : t('passwordCurrent'),
    next: t('passwordNext'),
    repeat: t('passwordRepeat'),
  };
  return (
    <Form onSubmit={submit} problems={problems} labels={labels}>
      <PasswordField
        label={labels.current}
        name="current"
        value={entered.current}
        onChange={set('current')}
        autoComplete="current-password"
      />
      <PasswordField
        label={labels.next}
        description={t('passwordRule')}
        name="next"
        value={entered.next}
        onChange={set('next')}
        autoComplete="new-password"
      />
      <PasswordField
        label={labels.repeat}
        name="repeat"
        value={entered.repeat}
        onChange={set('repeat')}
        autoComplete="new-password"
      />
      <div>
        <Button kind="primary" type="submit" isPending={isPending}>
          {t('passwordSave')}
        </Button>
      </div>
    </Form>
  );
}
