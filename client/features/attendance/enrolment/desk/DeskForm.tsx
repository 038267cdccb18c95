import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type FaceEntry,
  enrolPerson,
  listFaces,
} from '../../../../../models/contracts/face-desk.ts';
import type { Id } from '../../../../../models/ids.ts';
import { Button } from '../../../../primitives/Button.tsx';
import { Checkbox } from '../../../../primitives/Checkbox.tsx';
import { Form } from '../../../../primitives/Form.tsx';
import { TextField } from '../../../../primitives/TextField.tsx';
import { showToast } from '../../../../primitives/toasts.ts';
import { useConnection } from '../../../../realtime/provider.tsx';
import { routeKey } from '../../../../realtime/queries.ts';
import { CaptureDialog } from '../CaptureDialog.tsx';
import { type Picture, enrolPatienceMs } from '../capture.ts';

interface DeskFormProps {
  entry: FaceEntry;
  /** Of the consent text that is on the form. */
  version: string;
}

/** Consent on paper first: where it is kept, and that its signer sits here; then the pictures. */
export function DeskForm({ entry, version }: DeskFormProps) {
  const { t } = useTranslation('faces');
  const connection = useConnection();
  const client = useQueryClient();
  const [proof, setProof] = useState('');
  const [isPresent, setPresent] = useState(false);
  const [isTried, setTried] = useState(false);
  const [isCapturing, setCapturing] = useState(false);
  const { personId, fullName: name, state } = entry;
  const isReady = proof.trim() !== '' && isPresent;
  const send = async (frames: Picture[], requestId: Id) => {
    await connection.request(
      enrolPerson,
      { personId, version, proof, frames },
      { requestId, patienceMs: enrolPatienceMs },
    );
  };
  const done = () => {
    showToast(t('desk.done', { name }));
    setCapturing(false);
    setPresent(false);
    setTried(false);
    setProof('');
    void client.invalidateQueries({ queryKey: routeKey(listFaces) });
  };
  return (
    <section>
      <h3>{t('desk.title')}</h3>
      <p>{t('desk.text')}</p>
      <Form
        onSubmit={() => {
          setTried(true);
          setCapturing(isReady);
        }}
      >
        <TextField
          label={t('desk.proof')}
          description={t('desk.proofHelp')}
          value={proof}
          onChange={setProof}
          maxLength={200}
          autoComplete="off"
          error={isTried && proof.trim() === '' ? t('desk.proofMissing') : undefined}
        />
        <Checkbox
          label={t('desk.present', { name, version })}
          value={isPresent}
          onChange={setPresent}
          error={isTried && !isPresent ? t('desk.presentFirst') : undefined}
        />
        <div>
          <Button kind="primary" type="submit">
            {t(state === 'none' ? 'desk.start' : 'desk.again')}
          </Button>
        </div>
      </Form>
      {isCapturing && (
        <CaptureDialog
          title={t('desk.capture', { name })}
          onClose={() => setCapturing(false)}
          send={send}
          onDone={done}
        />
      )}
    </section>
  );
}
