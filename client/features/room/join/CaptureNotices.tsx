import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { useLocalFact } from '../../../realtime/media/hooks.ts';
import type { LocalControl, LocalMedia } from '../../../realtime/media/local-media.ts';

const controls: readonly LocalControl[] = ['microphone', 'camera', 'screen'];

/** Why something that was asked for is not on, and what to do; one can join without it. */
export function CaptureNotices({ local }: { local: LocalMedia }) {
  const { t } = useTranslation('room');
  const problems = useLocalFact(local, (state) => state.problems);
  return controls.map((control) => {
    const problem = problems[control];
    // Not choosing a screen is no problem.
    if (problem === null || (control === 'screen' && problem === 'denied')) return null;
    return (
      <Notice
        key={control}
        tone="attention"
        title={t(`${control}.problem`)}
        action={<Button onPress={() => local.set(control, true)}>{t('tryAgain')}</Button>}
      >
        <p>{t(`problems.${problem}`)}</p>
      </Notice>
    );
  });
}
