import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Floor, FloorEntry } from '../../../models/contracts/floor.ts';
import { ConfirmDialog } from '../../primitives/ConfirmDialog.tsx';
import { MoveList } from '../../primitives/MoveList.tsx';
import { cx } from '../../primitives/cx.ts';
import { useMe } from '../../realtime/session.tsx';
import styles from './Floor.module.css';
import { RequestWords } from './RequestWords.tsx';
import type { NameOf } from './names.ts';
import { RequestActs } from './RequestActs.tsx';
import { useFloorActs } from './useFloor.ts';
import { useGiving } from './useGiving.tsx';

interface RunnerQueueProps {
  floor: Floor;
  waiting: readonly FloorEntry[];
  nameOf: NameOf;
}

/** The queue for those who give the floor: by buttons, or dragged with the pointer or the keyboard. */
export function RunnerQueue({ floor, waiting, nameOf }: RunnerQueueProps) {
  const { t } = useTranslation('floor');
  const me = useMe();
  const acts = useFloorActs(floor);
  const { give, question } = useGiving(floor, nameOf);
  const [declined, setDeclined] = useState<FloorEntry | null>(null);
  return (
    <>
      <MoveList
        label={t('queue')}
        items={waiting}
        dependencies={[floor, nameOf]}
        textOf={({ personId }) => nameOf(personId).name}
        rowClass={({ personId }) => cx(styles.request, personId === me.personId && styles.mine)}
        onMove={acts.move}
      >
        {(entry) => (
          <>
            <span className={styles.number}>{waiting.indexOf(entry) + 1}</span>
            <RequestWords entry={entry} nameOf={nameOf} />
            <RequestActs
              entry={entry}
              waiting={waiting}
              name={nameOf(entry.personId).name}
              onGive={(seconds) => give({ personId: entry.personId, entry, ...seconds })}
              onMove={(beforeId) => acts.move(entry.id, beforeId)}
              onDecline={() => setDeclined(entry)}
            />
          </>
        )}
      </MoveList>
      {question}
      {declined && (
        <ConfirmDialog
          isOpen
          onClose={() => setDeclined(null)}
          title={t('declineTitle', nameOf(declined.personId))}
          confirmLabel={t('decline')}
          kind="danger"
          onConfirm={() => acts.decline(declined.id)}
        >
          <p>{t('declineText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
