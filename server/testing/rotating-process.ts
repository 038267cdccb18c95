import { rotateKeys } from '../attendance/key-rotation.ts';
import { openChamber } from './chamber.ts';

// Exchanges the master key, one template in a transaction, tells the parent process when it is in the middle, and
// then waits there to be killed.

const [dataDir = '', keyFile = ''] = process.argv.slice(2);
const chamber = openChamber(dataDir);
const stopAfter = 5;

const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);

await rotateKeys(
  { ...chamber, keyFile },
  {
    invitationDays: 30,
    batch: 1,
    onBatch(resealed) {
      if (resealed !== stopAfter) return;
      process.send?.({ resealed });
      pause();
    },
  },
);
