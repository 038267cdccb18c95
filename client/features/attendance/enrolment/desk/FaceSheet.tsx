import Printer from 'lucide-react/icons/printer';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type FaceEntry,
  forgetFaceOf,
  listFaces,
} from '../../../../../models/contracts/face-desk.ts';
import type { FaceReceipt } from '../../../../../models/contracts/face.ts';
import type { ResponseOf } from '../../../../../models/contracts/route.ts';
import { StatusBadge } from '../../../../primitives/Badge.tsx';
import { Button } from '../../../../primitives/Button.tsx';
import { ConfirmDialog } from '../../../../primitives/ConfirmDialog.tsx';
import { Sheet } from '../../../../primitives/Sheet.tsx';
import { useMutationRoute } from '../../../../realtime/queries.ts';
import { Receipt } from '../Receipt.tsx';
import { ConsentPaper } from './ConsentPaper.tsx';
import styles from './Desk.module.css';
import { DeskForm } from './DeskForm.tsx';

interface FaceSheetProps {
  faces: ResponseOf<typeof listFaces>;
  entry: FaceEntry;
  onClose: () => void;
}

/** One person at the desk: enrol them here, or delete what is held when they ask for it. */
export function FaceSheet({ faces, entry, onClose }: FaceSheetProps) {
  const { t } = useTranslation('faces');
  const [receipt, setReceipt] = useState<FaceReceipt | null>(null);
  const { fullName, office, state } = entry;
  return (
    <Sheet isOpen onClose={onClose} title={fullName} description={office}>
      <div className={styles.sheet}>
        <div>
          <StatusBadge meaning={state === 'current' ? 'for' : 'neutral'}>
            {t(`states.${state}`)}
          </StatusBadge>
        </div>
        {!receipt && (
          <div>
            <Button icon={Printer} onPress={() => window.print()}>
              {t('printForm')}
            </Button>
          </div>
        )}
        {receipt ? (
          <Receipt receipt={receipt} />
        ) : (
          <ConsentPaper text={faces.consentText} person={entry} />
        )}
        {faces.available && <DeskForm entry={entry} version={faces.consentText.version} />}
        {state !== 'none' && <ForgetFor entry={entry} onDeleted={setReceipt} />}
      </div>
    </Sheet>
  );
}

interface ForgetForProps {
  entry: FaceEntry;
  onDeleted: (receipt: FaceReceipt) => void;
}

function ForgetFor({ entry: { personId, fullName: name }, onDeleted }: ForgetForProps) {
  const { t } = useTranslation('faces');
  const [isAsking, setAsking] = useState(false);
  const forget = useMutationRoute(forgetFaceOf, {
    invalidates: [listFaces],
    onSuccess: onDeleted,
  });
  return (
    <div className={styles.ending}>
      <Button kind="danger" onPress={() => setAsking(true)}>
        {t('desk.forget')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('desk.forgetTitle', { name })}
        confirmLabel={t('desk.forgetConfirm')}
        kind="danger"
        onConfirm={() => forget.mutateAsync({ params: { personId } })}
      >
        <p>{t('desk.forgetText')}</p>
      </ConfirmDialog>
    </div>
  );
}
