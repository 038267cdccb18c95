import EyeOff from 'lucide-react/icons/eye-off';
import Printer from 'lucide-react/icons/printer';
import QrCodeIcon from 'lucide-react/icons/qr-code';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type Invitation, getInvitation } from '../../../models/contracts/attendance.ts';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import { Button } from '../../primitives/Button.tsx';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import { Skeleton } from '../../primitives/Skeleton.tsx';
import { useQueryRoute } from '../../realtime/queries.ts';
import { useMe } from '../../realtime/session.tsx';
import styles from './Invitation.module.css';
import { InvitationPrint } from './InvitationPrint.tsx';
import { QrCode } from '../../primitives/QrCode.tsx';

/** The own ways through the door. They are shown only when asked for: others may see this screen. */
export function InvitationCard({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const [isShown, show] = useState(false);
  if (meeting.state !== 'planned' && meeting.state !== 'open') return null;
  return (
    <section className={styles.card} aria-label={t('invitation')}>
      <h2 className={styles.heading}>{t('invitation')}</h2>
      <p className={styles.soft}>{t('invitationText')}</p>
      {isShown ? (
        <Shown meeting={meeting} onHide={() => show(false)} />
      ) : (
        <Button icon={QrCodeIcon} onPress={() => show(true)}>
          {t('showInvitation')}
        </Button>
      )}
    </section>
  );
}

function Shown({ meeting, onHide }: { meeting: Meeting; onHide: () => void }) {
  const { t } = useTranslation('meetings');
  const { data, error, refetch } = useQueryRoute(getInvitation, {
    params: { meetingId: meeting.id },
  });
  if (data === undefined)
    return error === null ? (
      <Skeleton height={16} />
    ) : (
      <ErrorState title={t('invitationFailed')} error={error} onRetry={refetch} />
    );
  return (
    <>
      <Codes invitation={data} />
      <div className={styles.actions}>
        <Button icon={Printer} onPress={() => window.print()}>
          {t('print')}
        </Button>
        <Button kind="quiet" icon={EyeOff} onPress={onHide}>
          {t('hideInvitation')}
        </Button>
      </div>
      <InvitationPrint meeting={meeting}>
        <Codes invitation={data} />
      </InvitationPrint>
    </>
  );
}

function Codes({ invitation: { qr, pin } }: { invitation: z.infer<typeof Invitation> }) {
  const { t } = useTranslation('meetings');
  const { fullName } = useMe();
  return (
    <div className={styles.codes}>
      <QrCode text={qr} label={t('qrLabel', { name: fullName })} />
      <p className={styles.pin}>
        <span className={styles.soft}>{t('pin')}</span>
        <span className={styles.digits}>
          <span>{pin.slice(0, 3)}</span>
          <span>{pin.slice(3)}</span>
        </span>
      </p>
    </div>
  );
}
