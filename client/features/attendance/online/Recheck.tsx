import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerPresence } from '../../../../models/contracts/presence.ts';
import type { Id } from '../../../../models/ids.ts';
import { useNow } from '../../../primitives/Clock.tsx';
import { Button } from '../../../primitives/Button.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { errorCodeOf, errorTitle } from '../../../primitives/problems.ts';
import { showToast } from '../../../primitives/toasts.ts';
import { useConnection } from '../../../realtime/provider.tsx';
import { useClockOffset } from '../../../realtime/server-clock.ts';
import { FaceCheckDialog } from './FaceCheckDialog.tsx';
import styles from './Online.module.css';
import { type Asking, askingAt, minutesAndSeconds } from './asking.ts';
import { usePresence } from './usePresence.ts';

interface RecheckProps {
  meetingId: Id;
  camera: MediaStreamTrack | null;
}

/**
 * Asks who is online whether they are there, as often as the body has set. It is announced, can be passed over, and
 * uses the camera only when the person presses the button.
 */
export function Recheck({ meetingId, camera }: RecheckProps) {
  const { presence, refresh } = usePresence(meetingId);
  const offset = useClockOffset();
  const now = useNow(offset);
  const [openedAt] = useState(now);
  const [isLooking, setLooking] = useState(false);
  const answer = useAnswer(meetingId, refresh);
  const { dueAt = null, face } = presence ?? {};
  const asking = askingAt(dueAt === null ? null : Date.parse(dueAt), openedAt, now);
  const passedFor = useRef<string | null>(null);
  useEffect(() => {
    // Once for each question; meanwhile the person may still stand before the camera.
    if (asking.phase !== 'over' || isLooking || passedFor.current === dueAt) return;
    passedFor.current = dueAt;
    void answer('missed');
  }, [answer, asking.phase, dueAt, isLooking]);
  return (
    <>
      {(asking.phase === 'announced' || asking.phase === 'asked') && (
        <Question
          asking={asking}
          onFace={face === 'ready' ? () => setLooking(true) : null}
          onAnswer={answer}
        />
      )}
      {isLooking && (
        <FaceCheckDialog
          meetingId={meetingId}
          occasion="recheck"
          given={camera}
          onConfirmed={() => {
            setLooking(false);
            refresh();
          }}
          onClose={() => setLooking(false)}
        />
      )}
    </>
  );
}

interface QuestionProps {
  asking: Extract<Asking, { secondsLeft: number }>;
  /** Null for those who have no template: they are not asked for a face. */
  onFace: (() => void) | null;
  onAnswer: (answer: 'here' | 'skipped') => Promise<void>;
}

function Question({ asking: { phase, secondsLeft }, onFace, onAnswer }: QuestionProps) {
  const { t } = useTranslation('onlineFace');
  return (
    <Notice
      title={t(`question.${phase}`)}
      action={
        <span className={styles.answers}>
          {onFace && <Button onPress={onFace}>{t('byFace')}</Button>}
          <Button kind={onFace ? 'quiet' : 'secondary'} onPress={() => onAnswer('here')}>
            {t('here')}
          </Button>
          <Button kind="quiet" onPress={() => onAnswer('skipped')}>
            {t('skip')}
          </Button>
        </span>
      }
    >
      <p>
        {/* Read once with the title, not with every second. */}
        <span className="nt-figures" aria-hidden="true">
          {t(`left.${phase}`, { time: minutesAndSeconds(secondsLeft) })}
        </span>{' '}
        {t(onFace ? 'harmlessFace' : 'harmless')}
      </p>
    </Notice>
  );
}

function useAnswer(meetingId: Id, refresh: () => void) {
  const { request } = useConnection();
  const { t } = useTranslation('onlineFace');
  const latest = useRef(async (_answer: 'here' | 'skipped' | 'missed') => {});
  useEffect(() => {
    latest.current = async (answer) => {
      try {
        await request(answerPresence, { meetingId, answer });
        if (answer === 'here') showToast(t('noted'));
      } catch (error) {
        const code = errorCodeOf(error);
        if (answer !== 'missed') showToast(errorTitle(code), { tone: 'error', detail: code });
      }
      refresh();
    };
  });
  const [answer] = useState(() => (one: 'here' | 'skipped' | 'missed') => latest.current(one));
  return answer;
}
