import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Floor, FloorEntry } from '../../../models/contracts/floor.ts';
import type { Id } from '../../../models/ids.ts';
import { ConfirmDialog } from '../../primitives/ConfirmDialog.tsx';
import { showToast } from '../../primitives/toasts.ts';
import type { NameOf } from './names.ts';
import { effectOnSpeaker, standingOf } from './queue.ts';
import { useFloorActs } from './useFloor.ts';

interface Giving {
  personId: Id;
  entry?: FloorEntry;
  /** Left out, the usual time of the meeting. */
  seconds?: number | null;
}

/**
 * Giving the floor. It is asked back only when it would end or interrupt someone's speech, since that cannot be taken back.
 * @returns what gives, and the question to be put into the page
 */
export function useGiving(
  floor: Floor,
  nameOf: NameOf,
): { give: (giving: Giving) => unknown; question: ReactNode } {
  const { t } = useTranslation('floor');
  const acts = useFloorActs(floor);
  const [asked, ask] = useState<Giving | null>(null);
  const { speaker, interrupted } = standingOf(floor);

  const perform = async ({ personId, entry, seconds }: Giving) => {
    await acts.give(entry ? { entryId: entry.id } : { personId }, seconds);
    showToast(t('given', { name: nameOf(personId).name }));
  };
  const effect = effectOnSpeaker(speaker, asked?.entry);
  // A speech that a point of order had interrupted ends with it, unless the next one is a point of order too.
  const held = asked?.entry?.kind === 'point_of_order' ? [] : interrupted;
  const touched = [...(speaker ? [speaker] : []), ...held]
    .map(({ personId }) => nameOf(personId).name)
    .join(', ');
  return {
    give: (giving) => (speaker === undefined ? perform(giving) : ask(giving)),
    question: asked && (
      <ConfirmDialog
        isOpen
        onClose={() => ask(null)}
        title={t('giveTitle', { name: nameOf(asked.personId).name })}
        confirmLabel={t('give')}
        onConfirm={() => perform(asked)}
      >
        {effect !== 'none' && (
          <p>{t(effect === 'ends' ? 'giveEnds' : 'giveInterrupts', { name: touched })}</p>
        )}
      </ConfirmDialog>
    ),
  };
}
