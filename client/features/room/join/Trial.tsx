import Volume2 from 'lucide-react/icons/volume-2';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { useLocalFact } from '../../../realtime/media/hooks.ts';
import type { LocalMedia } from '../../../realtime/media/local-media.ts';
import { testSpeaker } from '../../../realtime/media/speaker-test.ts';
import { DevicePickers } from './DevicePickers.tsx';
import styles from './PreJoin.module.css';

/** Choosing devices and hearing whether the loudspeaker works. */
export function Trial({ local }: { local: LocalMedia }) {
  const { t } = useTranslation('room');
  return (
    <section className={styles.trial} aria-label={t('trial')}>
      <DevicePickers local={local} />
      <SpeakerTest local={local} />
    </section>
  );
}

type Heard = 'not_yet' | 'played' | 'failed';

function SpeakerTest({ local }: { local: LocalMedia }) {
  const { t } = useTranslation('room');
  const speaker = useLocalFact(local, ({ chosen }) => chosen.speaker);
  const [heard, setHeard] = useState<Heard>('not_yet');
  const play = () =>
    testSpeaker(speaker).then(
      () => setHeard('played'),
      () => setHeard('failed'),
    );
  return (
    <div className={styles.speaker}>
      <Button icon={Volume2} onPress={play}>
        {t('speakerTest.play')}
      </Button>
      {heard === 'played' && (
        <p className={styles.soft} role="status">
          {t('speakerTest.played')}
        </p>
      )}
      {heard === 'failed' && <Notice tone="attention">{t('speakerTest.failed')}</Notice>}
    </div>
  );
}
