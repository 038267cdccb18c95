import { useTranslation } from 'react-i18next';
import { Select } from '../../../primitives/Select.tsx';
import { useLocalFact } from '../../../realtime/media/hooks.ts';
import type { LocalMedia } from '../../../realtime/media/local-media.ts';

const pickers = [
  { kind: 'camera', device: 'videoinput' },
  { kind: 'microphone', device: 'audioinput' },
  { kind: 'speaker', device: 'audiooutput' },
] as const;

/** One choice for each kind of device of which there is more than one. */
export function DevicePickers({ local }: { local: LocalMedia }) {
  const { t } = useTranslation('room');
  const devices = useLocalFact(local, (state) => state.devices);
  const chosen = useLocalFact(local, (state) => state.chosen);
  return pickers.map(({ kind, device }) => {
    // Without permission the browser gives no names and no ids to choose by.
    const found = devices.filter((one) => one.kind === device && one.deviceId !== '');
    if (found.length < 2) return null;
    const isThere = found.some(({ deviceId }) => deviceId === chosen[kind]);
    return (
      <Select
        key={kind}
        label={t(`devices.${kind}`)}
        value={isThere ? (chosen[kind] ?? null) : (found[0]?.deviceId ?? null)}
        onChange={(id) => void local.choose(kind, id)}
        options={found.map(({ deviceId, label }, at) => ({
          id: deviceId,
          label: label || t('devices.unnamed', { number: at + 1 }),
        }))}
      />
    );
  });
}
