import type vi from '../vi/device.ts';
import type { Locale } from '../locale.ts';

export default {
  starting: 'Starting',
  unreachable: 'The server cannot be reached yet. This device reconnects by itself.',
  title: {
    kiosk: 'Pair this check-in kiosk',
    screen: 'Pair this room screen',
    room: 'Pair the room device',
  },
  otherKind: 'This browser is the device “{{name}}” of another kind.',
  how: 'An administrator opens Administration, Devices and types this code:',
  code: 'Pairing code',
  validUntil: 'Valid until {{time}}',
  waiting: 'Waiting for confirmation. This page goes on by itself.',
} satisfies Locale<typeof vi>;
