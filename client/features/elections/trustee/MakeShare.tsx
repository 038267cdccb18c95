import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../../primitives/Badge.tsx';
import { Button } from '../../../primitives/Button.tsx';
import { Form, useSubmit } from '../../../primitives/Form.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { PasswordField } from '../../../primitives/PasswordField.tsx';
import type { Problems } from '../../../primitives/problems.ts';
import styles from './Trustee.module.css';
import type { PartProps } from './parts.ts';
import { leastSigns, strengthOf } from './passphrase.ts';

const meanings = { weak: 'attention', fair: 'neutral', strong: 'for' } as const;

/** Chooses the passphrase and makes the share, in this browser. */
export function MakeShare({ share }: PartProps) {
  const { t } = useTranslation('elections');
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const check = (): Problems | undefined => {
    const isShort = [...passphrase.normalize('NFKC')].length < leastSigns;
    const isDifferent = passphrase.normalize('NFKC') !== repeated.normalize('NFKC');
    if (isShort) return { fields: { passphrase: t('trustee.make.tooShort') } };
    return isDifferent ? { fields: { repeated: t('trustee.make.different') } } : undefined;
  };
  const { submit, isPending, problems } = useSubmit(() => share.make(passphrase), { check });
  const strength = strengthOf(passphrase);
  const labels = {
    passphrase: t('trustee.make.passphrase'),
    repeated: t('trustee.make.repeat'),
  };
  if (share.isHomeless) return <Notice tone="error">{t('trustee.problem.storage')}</Notice>;
  return (
    <>
      <p>{t('trustee.make.text')}</p>
      <p className={styles.soft}>{t('trustee.make.elsewhere')}</p>
      <Form onSubmit={submit} problems={problems} labels={labels}>
        <PasswordField
          name="passphrase"
          label={labels.passphrase}
          description={t('trustee.make.passphraseHelp')}
          autoComplete="off"
          value={passphrase}
          onChange={setPassphrase}
        />
        <div className={styles.strength} role="status">
          {passphrase !== '' && (
            <StatusBadge meaning={meanings[strength]}>
              {t(`trustee.make.strength.${strength}`)}
            </StatusBadge>
          )}
        </div>
        <PasswordField
          name="repeated"
          label={labels.repeated}
          autoComplete="off"
          value={repeated}
          onChange={setRepeated}
        />
        <div className={styles.actions}>
          <Button type="submit" kind="primary" isPending={isPending}>
            {t('trustee.make.act')}
          </Button>
          {isPending && <span role="status">{t('trustee.make.working')}</span>}
        </div>
      </Form>
    </>
  );
}
