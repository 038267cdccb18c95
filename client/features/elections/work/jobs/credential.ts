import { createGroup } from '../../../../../models/belenios/group.ts';
import { registrationOf } from '../../../../../models/belenios/voter.ts';
import type { Job } from '../job.ts';

interface Asked {
  uuid: string;
  /** The secret one. */
  credential: string;
}

/** The public part of a credential. */
export const credential: Job<Asked, string> = (asked) =>
  registrationOf(createGroup('BELENIOS-2048'), asked.uuid, asked.credential);
