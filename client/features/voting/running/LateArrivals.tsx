import UserPlus from 'lucide-react/icons/user-plus';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import styles from '../control/PollControl.module.css';
import { usePollActs } from '../usePollActs.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

interface Person {
  personId: Id;
  fullName: string;
}

/** Members who came after the opening; the chair decides whether they vote. */
export function LateArrivals({ poll, late }: { poll: MyPoll; late: readonly Person[] }) {
  const { t } = useTranslation('polls');
  const [asked, ask] = useState<Person | null>(null);
  if (late.length === 0) return null;
  return (
    <section className={styles.part}>
      <h4>{t('late.title', { count: late.length })}</h4>
      <p className={styles.soft}>{t('late.text')}</p>
      <ul className={styles.lines}>
        {late.map((person) => (
          <li key={person.personId} className={styles.line}>
            <span>{person.fullName}</span>
            <Button icon={UserPlus} onPress={() => ask(person)}>
              {t('late.add')}
              <span className="nt-hidden"> {person.fullName}</span>
            </Button>
          </li>
        ))}
      </ul>
      {asked && <AddLate poll={poll} person={asked} onDone={() => ask(null)} />}
    </section>
  );
}

interface AddLateProps {
  poll: MyPoll;
  person: Person;
  onDone: () => void;
}

function AddLate({ poll, person: { personId, fullName: name }, onDone }: AddLateProps) {
  const { t } = useTranslation('polls');
  const { meetingId, number } = poll;
  const { addLate } = usePollActs(meetingId);
  const save = async (reason: string) => {
    const params = { meetingId, pollId: poll.id };
    await addLate.mutateAsync({ params, body: { personId, reason } });
    showToast(t('late.added', { name }));
  };
  return (
    <ReasonDialog
      title={t('late.dialog', { name, number })}
      label={t('late.reason')}
      missing={t('late.reasonNeeded')}
      usual={t('late.usual')}
      act={t('late.add')}
      onConfirm={save}
      onDone={onDone}
    >
      <p>{t('late.dialogText')}</p>
    </ReasonDialog>
  );
}
