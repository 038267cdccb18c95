import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '../../../models/contracts/identity.ts';
import { Button } from '../../primitives/Button.tsx';
import { Form, useSubmit } from '../../primitives/Form.tsx';
import { PasswordField } from '../../primitives/PasswordField.tsx';
import { TextField } from '../../primitives/TextField.tsx';
import type { Problems } from '../../primitives/problems.ts';
import { call } from '../../realtime/http.ts';
import styles from './SignIn.module.css';
import { takeUp } from './kept-answers.ts';
import { useCapsLock } from './useCapsLock.ts';
import { waitOf } from './wait-words.ts';

export interface SignInFormProps {
  /** The account whose session has ended; its name need not be typed again. */
  username?: string;
}

/** Signs in; the session query tells everyone else. Room for messages is kept free, so nothing jumps. */
export function SignInForm({ username: known }: SignInFormProps) {
  const { t } = useTranslation('identity');
  const client = useQueryClient();
  const [username, setUsername] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [wait, setWait] = useState<string | null>(null);
  const capsLock = useCapsLock();

  const enter = async () => {
    setWait(null);
    try {
      const { person } = await call(signIn, { body: { username, password } });
      await takeUp(client, person, person.username === known);
    } catch (error) {
      const left = waitOf(error);
      if (left === null) throw error;
      const { count } = left;
      setWait(left.unit === 'seconds' ? t('waitSeconds', { count }) : t('waitMinutes', { count }));
    }
  };
  const check = (): Problems | undefined => {
    const fields = {
      ...(username.trim() === '' && { username: t('usernameMissing') }),
      ...(password === '' && { password: t('passwordMissing') }),
    };
    return Object.keys(fields).length > 0 ? { fields } : undefined;
  };
  const { submit, isPending, problems } = useSubmit(enter, {
    check,
    byCode: { wrong_credentials: 'password' },
  });
  const { username: nameProblem, password: passwordProblem } = problems.fields;
  const general = passwordProblem ?? wait ?? problems.message;

  return (
    <Form onSubmit={submit}>
      <div className={styles.field}>
        <TextField
          label={t('username')}
          name="username"
          value={username}
          onChange={setUsername}
          autoComplete="username"
          // The page has this one purpose, so typing may begin at once.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={known === undefined}
          error={nameProblem}
        />
      </div>
      <div className={styles.field} {...capsLock.watch}>
        <PasswordField
          label={t('password')}
          name="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={known !== undefined}
          error={general ?? undefined}
        />
        {capsLock.isOn && !general && (
          <p className={styles.hint} role="status">
            {t('capsLock')}
          </p>
        )}
      </div>
      <Button kind="primary" size="large" type="submit" isPending={isPending} isFullWidth>
        {t('signIn')}
      </Button>
    </Form>
  );
}
