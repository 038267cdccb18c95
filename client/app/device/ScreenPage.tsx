import { RoomScreen } from '../../features/screen/RoomScreen.tsx';
import { VerdictBoard } from '../../features/voting/verdict/VerdictBoard.tsx';
import { DeviceGate } from './DeviceGate.tsx';

/** The big screen, once the browser is paired as one. */
export const ScreenPage = () => (
  <DeviceGate kind="screen">
    {(device) => (
      <RoomScreen device={device} verdict={(poll) => <VerdictBoard key={poll.id} poll={poll} />} />
    )}
  </DeviceGate>
);
