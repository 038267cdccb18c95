import MicVocal from 'lucide-react/icons/mic-vocal';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Floor } from '../../../models/contracts/floor.ts';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import type { Id } from '../../../models/ids.ts';
import { Button } from '../../primitives/Button.tsx';
import { ComboBox } from '../../primitives/ComboBox.tsx';
import { Select } from '../../primitives/Select.tsx';
import styles from './Floor.module.css';
import type { NameOf } from './names.ts';
import { standingOf } from './queue.ts';
import { lengthOf, lengthOptions } from './times.ts';
import { useGiving } from './useGiving.tsx';

interface InviteSpeakerProps {
  floor: Floor;
  meeting: Meeting;
  nameOf: NameOf;
}

/** Gives the floor to someone who has not asked for it. */
export function InviteSpeaker({ floor, meeting, nameOf }: InviteSpeakerProps) {
  const { t } = useTranslation('floor');
  const { give, question } = useGiving(floor, nameOf);
  const [personId, choose] = useState<Id | null>(null);
  const [chosenTime, setTime] = useState<string | null>(null);
  const time = chosenTime ?? String(floor.defaultSeconds);
  const speaker = standingOf(floor).speaker?.personId;
  const people = useMemo(
    () =>
      meeting.participants
        .filter((person) => person.personId !== speaker)
        .map(({ personId: id, fullName, office, organisationName }) => ({
          id,
          label: fullName,
          description: [office, organisationName].filter(Boolean).join(' · '),
        })),
    [meeting.participants, speaker],
  );
  const invite = async () => {
    if (personId === null) return;
    await give({ personId, seconds: lengthOf(time) });
    choose(null);
  };
  return (
    <section className={styles.section} aria-label={t('invite')}>
      <h2>{t('invite')}</h2>
      <ComboBox label={t('invitePerson')} options={people} value={personId} onChange={choose} />
      <Select
        label={t('inviteTime')}
        options={lengthOptions(t, floor.defaultSeconds)}
        value={time}
        onChange={setTime}
      />
      <div>
        <Button icon={MicVocal} onPress={invite} isDisabled={personId === null}>
          {t('give')}
        </Button>
      </div>
      {question}
    </section>
  );
}
