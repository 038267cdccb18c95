import type common from './vi/common.ts';
import type shell from './vi/shell.ts';
import type device from './vi/device.ts';
import type meetings from './vi/meetings.ts';
import type roll from './vi/roll.ts';
import type screen from './vi/screen.ts';
import type voting from './vi/voting.ts';

/**
 * The texts of each feature, for the types of `t`. A new feature adds `vi/<feature>.ts` and
 * `en/<feature>.ts` and one line here; the files themselves are found and loaded by name.
 */
export interface Resources {
  common: typeof common;
  shell: typeof shell;
  device: typeof device;
  meetings: typeof meetings;
  roll: typeof roll;
  screen: typeof screen;
  voting: typeof voting;
}
export type Namespace = keyof Resources;
