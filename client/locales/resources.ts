import type common from './vi/common.ts';
import type shell from './vi/shell.ts';

/**
 * The texts of each feature, for the types of `t`. A new feature adds `vi/<feature>.ts` and
 * `en/<feature>.ts` and one line here; the files themselves are found and loaded by name.
 */
export interface Resources {
  common: typeof common;
  shell: typeof shell;
}
export type Namespace = keyof Resources;
