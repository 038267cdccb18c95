import { useTranslation } from 'react-i18next';
import { removePerson } from '../../../models/contracts/admission.ts';
import { giveFloor } from '../../../models/contracts/floor.ts';
import { mediaAskToUnmute, mediaMute } from '../../../models/contracts/media.ts';
import type { Id } from '../../../models/ids.ts';
import { showToast } from '../../primitives/toasts.ts';
import { useAct } from '../../realtime/useAct.ts';
import type { PersonRow } from './people.ts';

/** Each says when it is done; a refusal says so by its code. */
export function usePersonActs(meetingId: Id, { personId, fullName: name }: PersonRow) {
  const { t } = useTranslation('people');
  const give = useAct(giveFloor);
  const unmute = useAct(mediaAskToUnmute);
  const mute = useAct(mediaMute);
  const remove = useAct(removePerson);
  return {
    /** @param entryId the person's own request, where there is one */
    async give(entryId: Id | undefined) {
      await give({ meetingId, to: entryId === undefined ? { personId } : { entryId } });
      showToast(t('given', { name }));
    },
    async askToUnmute() {
      await unmute({ meetingId, personId });
      showToast(t('unmuteAsked', { name }));
    },
    async mute() {
      const { muted } = await mute({ meetingId, personId });
      showToast(t(muted > 0 ? 'muted' : 'wasMuted', { name }));
    },
    async sendOut() {
      await remove({ meetingId, personId });
      showToast(t('sentOut', { name }));
    },
  };
}
