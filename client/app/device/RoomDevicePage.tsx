import { MicrophoneMeter } from '../../features/room/join/MicrophoneMeter.tsx';
import { DevicePickers } from '../../features/room/join/DevicePickers.tsx';
import { Sounds } from '../../features/room/Sounds.tsx';
import { HallDevice } from '../../features/screen/HallDevice.tsx';
import { DeviceGate } from './DeviceGate.tsx';

/** Camera, microphone and loudspeaker of a meeting room, once the browser is paired as them. */
export const RoomDevicePage = () => (
  <DeviceGate kind="room">
    {(device) => (
      <HallDevice
        device={device}
        settings={(local) => (
          <>
            <DevicePickers local={local} />
            <MicrophoneMeter local={local} />
          </>
        )}
        sounds={(session, speaker) => <Sounds session={session} speaker={speaker} />}
      />
    )}
  </DeviceGate>
);
