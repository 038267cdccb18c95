import Undo2 from 'lucide-react/icons/undo-2';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import type { RollActs } from './useRollActs.ts';

/** What was just put on the roll, and the way back. */
export function UndoNotice({ acts: { done, undo, forget } }: { acts: RollActs }) {
  const { t } = useTranslation(['roll', 'common']);
  if (done === null) return null;
  const { entries, changeIds } = done.corrected;
  const [only] = entries;
  if (only === undefined) return <Notice>{t('nothingChanged')}</Notice>;
  const what =
    entries.length === 1
      ? t('saved', { name: only.fullName, state: t(`state.${only.state}`) })
      : t('savedTogether', { count: changeIds.length, state: t(`state.${only.state}`) });
  return (
    <Notice
      tone="success"
      action={
        <>
          <Button kind="quiet" icon={Undo2} onPress={undo}>
            {t('undo')}
          </Button>
          <Button kind="quiet" onPress={forget}>
            {t('close', { ns: 'common' })}
          </Button>
        </>
      }
    >
      {what}
    </Notice>
  );
}
