import { Kiosk } from '../../features/attendance/kiosk/Kiosk.tsx';
import { DeviceGate } from './DeviceGate.tsx';

/** The check-in kiosk, once it is paired. */
export const KioskPage = () => (
  <DeviceGate kind="kiosk">{(device) => <Kiosk device={device} />}</DeviceGate>
);
