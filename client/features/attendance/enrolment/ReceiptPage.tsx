import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ResponseOf } from '../../../../models/contracts/route.ts';
import { checkFaceReceipt } from '../../../../models/contracts/face.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { Form } from '../../../primitives/Form.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { PageTitle } from '../../../primitives/PageHeader.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { call } from '../../../realtime/http.ts';
import { isRefusal } from '../../../realtime/refusal.ts';
import styles from './ReceiptPage.module.css';

type Found = ResponseOf<typeof checkFaceReceipt>;

/** For anyone who holds a receipt: was it given here, and for what? */
export function ReceiptPage() {
  const { t } = useTranslation('face');
  const [query] = useSearchParams();
  const [code, setCode] = useState(query.get('code') ?? '');
  const [answer, setAnswer] = useState<{ found: Found } | { error: unknown } | null>(null);
  const check = async () => {
    if (code.trim() === '') return;
    setAnswer(
      await call(checkFaceReceipt, { params: { code: code.trim() } }).then(
        (found) => ({ found }),
        (error: unknown) => ({ error }),
      ),
    );
  };
  return (
    <main className={styles.page}>
      <PageTitle>{t('receipt.pageTitle')}</PageTitle>
      <h1>{t('receipt.pageTitle')}</h1>
      <p>{t('receipt.pageText')}</p>
      <Form onSubmit={check}>
        <TextField
          label={t('receipt.codeLabel')}
          name="code"
          value={code}
          onChange={setCode}
          autoComplete="off"
          maxLength={60}
        />
        <div>
          <Button kind="primary" type="submit">
            {t('receipt.check')}
          </Button>
        </div>
      </Form>
      {answer && 'found' in answer && <Genuine found={answer.found} />}
      {answer &&
        'error' in answer &&
        (isRefusal(answer.error, 'not_found') ? (
          <Notice tone="attention" title={t('receipt.unknownTitle')}>
            <p>{t('receipt.unknownText')}</p>
          </Notice>
        ) : (
          <ErrorNotice error={answer.error} />
        ))}
    </main>
  );
}

function Genuine({ found: { at, deleted, because, fullName } }: { found: Found }) {
  const { t } = useTranslation('face');
  return (
    <Notice tone="success" title={t('receipt.genuine')}>
      <p>{t('receipt.person', { name: fullName })}</p>
      <p>{t('receipt.at', { at: formatDateTime(at, { seconds: true }) })}</p>
      <p>{t('receipt.deleted', { count: deleted })}</p>
      <p>{t(`receipt.because.${because}`)}</p>
    </Notice>
  );
}
