import { useTranslation } from 'react-i18next';
import type { FloorEntry } from '../../../models/contracts/floor.ts';
import { Countdown } from '../../primitives/Countdown.tsx';
import { useClockOffset } from '../../realtime/server-clock.ts';

interface SpeakerClockProps {
  entry: FloorEntry;
  name: string;
  announces?: boolean;
}

/** The time of one speech. */
export function SpeakerClock({ entry, name, announces = false }: SpeakerClockProps) {
  const { t } = useTranslation('floor');
  const offsetMs = useClockOffset();
  const { allottedSeconds, spokenMs, since } = entry;
  return (
    <Countdown
      label={t('clockOf', { name })}
      {...{ allottedSeconds, spokenMs, since, offsetMs, announces }}
    />
  );
}
