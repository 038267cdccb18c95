import { z } from 'zod';
import { createCredential } from '../../../../models/belenios/credentials.ts';
import type { Step as StepOf } from '../kept/browser-store.ts';

const Signed = z.object({ ballot: z.string(), tracker: z.string() });
/** A ballot as it is sent, and the number by which it is found in the record. */
export type Signed = z.infer<typeof Signed>;

export const KeptVoter = z.object({
  /** Of the election that the credential is for. */
  uuid: z.string(),
  /** The secret one. */
  credential: z.string(),
  /** What the server was told of it; null before that was worked out. */
  publicPart: z.string().nullable(),
  /** Whether the server has said that it has it. */
  isRegistered: z.boolean(),
  /** Made, perhaps sent, and not acknowledged yet: it is sent as it is until the server says yes or no. */
  pending: Signed.nullable(),
  /** The tracking number of the ballot that was recorded last. */
  tracker: z.string().nullable(),
});
/** What the browser of a voter keeps of one poll. Nothing of it tells how they voted. */
export type KeptVoter = z.infer<typeof KeptVoter>;

type Step = StepOf<KeptVoter>;

/** The voter of this election; a new one where none is kept, or one of an election that was begun again. */
export const beginFor =
  (uuid: string): Step =>
  (kept) =>
    kept?.uuid === uuid
      ? kept
      : {
          uuid,
          credential: createCredential(),
          publicPart: null,
          isRegistered: false,
          pending: null,
          tracker: null,
        };

/** Does something to the voter of this election, and nothing to that of another. */
const of =
  (uuid: string, step: (kept: KeptVoter) => KeptVoter | null): Step =>
  (kept) =>
    kept?.uuid === uuid ? step(kept) : kept;

export const withPublicPart = (uuid: string, publicPart: string): Step =>
  of(uuid, (kept) => ({ ...kept, publicPart }));

export const registered = (uuid: string): Step =>
  of(uuid, (kept) => ({ ...kept, isRegistered: true }));

/** Another device of the same person was registered: this credential is worth nothing. */
export const refused = (uuid: string): Step => of(uuid, () => null);

/** A ballot that is on its way keeps its place: it has to be answered first. */
export const sending = (uuid: string, ballot: Signed): Step =>
  of(uuid, (kept) => ({ ...kept, pending: kept.pending ?? ballot }));

/** Whether this is the ballot that is sent; false where another tab was quicker. */
export const isSent = (kept: KeptVoter | null, { tracker }: Signed): boolean =>
  kept?.pending?.tracker === tracker;

export const recorded = (uuid: string, tracker: string): Step =>
  of(uuid, (kept) => ({ ...kept, tracker, pending: without(kept, tracker) }));

/** It was refused for good. */
export const turnedDown = (uuid: string, tracker: string): Step =>
  of(uuid, (kept) => ({ ...kept, pending: without(kept, tracker) }));

const without = ({ pending }: KeptVoter, tracker: string) =>
  pending?.tracker === tracker ? null : pending;
