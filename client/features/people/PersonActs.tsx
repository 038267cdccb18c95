import DoorOpen from 'lucide-react/icons/door-open';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Mic from 'lucide-react/icons/mic';
import MicOff from 'lucide-react/icons/mic-off';
import MicVocal from 'lucide-react/icons/mic-vocal';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Floor } from '../../../models/contracts/floor.ts';
import type { Id } from '../../../models/ids.ts';
import { ConfirmDialog } from '../../primitives/ConfirmDialog.tsx';
import { Menu, type MenuAction } from '../../primitives/Menu.tsx';
import type { PersonRow } from './people.ts';
import { usePersonActs } from './usePersonActs.ts';

interface PersonActsProps {
  row: PersonRow;
  floor: Floor | undefined;
  meetingId: Id;
  /** Whether it is known here who is in the media room. */
  knowsMedia: boolean;
}

/** What those who run the meeting can do for one person. */
export function PersonActs({ row, floor, meetingId, knowsMedia }: PersonActsProps) {
  const { t } = useTranslation('people');
  const acts = usePersonActs(meetingId, row);
  const [asked, ask] = useState<'give' | 'sendOut' | null>(null);
  const speaks = row.floor === 'speaking';
  const someoneSpeaks = floor?.entries.some(({ state }) => state === 'speaking') ?? false;
  const request = floor?.entries.find(
    ({ personId, state }) => personId === row.personId && state === 'waiting',
  );
  const { fullName: name, presence, role } = row;
  // Nobody mutes or sends out who is not there; on the page of the meeting the server knows who is.
  const mayBeInside = !knowsMedia || presence !== null;
  const items: (MenuAction | false)[] = [
    !speaks &&
      role !== 'staff' && {
        id: 'give',
        label: t('give'),
        icon: MicVocal,
        onAction: () => (someoneSpeaks ? ask('give') : void acts.give(request?.id)),
      },
    mayBeInside &&
      presence?.microphone !== 'on' && {
        id: 'ask',
        label: t('askUnmute'),
        icon: Mic,
        onAction: () => void acts.askToUnmute(),
      },
    mayBeInside &&
      (presence === null || presence.microphone === 'on') && {
        id: 'mute',
        label: t('mute'),
        icon: MicOff,
        onAction: () => void acts.mute(),
      },
    mayBeInside &&
      role !== 'chair' &&
      role !== 'staff' && {
        id: 'sendOut',
        label: t('sendOut'),
        icon: DoorOpen,
        isDangerous: true,
        onAction: () => ask('sendOut'),
      },
  ];
  const offered = items.filter((item) => item !== false);
  if (offered.length === 0) return null;
  return (
    <>
      <Menu label={t('actsFor', { name })} icon={Ellipsis} items={offered} />
      {asked && (
        <ConfirmDialog
          isOpen
          onClose={() => ask(null)}
          title={t(asked === 'give' ? 'giveTitle' : 'sendOutTitle', { name })}
          confirmLabel={t(asked)}
          kind={asked === 'give' ? 'primary' : 'danger'}
          onConfirm={() => (asked === 'give' ? acts.give(request?.id) : acts.sendOut())}
        >
          <p>{t(asked === 'give' ? 'giveText' : 'sendOutText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
