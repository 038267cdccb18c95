import { z } from 'zod';
import { Id } from '../ids.ts';
import { Frame } from './face.ts';

// A turn of the head, which a picture of a face cannot do

/** To the own left or right of the person who is asked, which is also that side of a mirror. */
export const turnDirections = ['left', 'right'] as const;
export const TurnDirection = z.enum(turnDirections);
export type TurnDirection = z.infer<typeof TurnDirection>;

/** Single use, short-lived, for one person at one door or browser and one meeting. */
export const Challenge = z.object({
  id: Id,
  direction: TurnDirection,
  /** The person is told so long after this arrived, and not before; milliseconds. */
  promptAfter: z.number().int(),
  /** The turn has to be seen within so long after they were told; milliseconds. */
  window: z.number().int(),
});
export type Challenge = z.infer<typeof Challenge>;

export const mostTurnFrames = 20;
/** All pictures together: a message of 3 MB ends the line before anybody reads it. */
export const mostTurnBytes = 2_500_000;
export const TurnFrames = z
  .array(
    z.object({
      /** Milliseconds since the challenge arrived. */
      at: z.number().int().min(0),
      frame: Frame,
    }),
  )
  .min(1)
  .max(mostTurnFrames)
  .refine((all) => all.reduce((sum, { frame }) => sum + frame.byteLength, 0) <= mostTurnBytes);
export type TurnFrames = z.infer<typeof TurnFrames>;

const turnRefusals = [
  /** No pictures looking straight before the prompt. */
  'not_straight',
  'turned_early',
  'wrong_way',
  'no_turn',
  /** The turn was not seen on its way: too quick, or the face was away in between. */
  'interrupted',
  /** The picture of the face moved, but the face did not turn as a head does. */
  'flat',
  'another_face',
  /** Too late, or this challenge was answered before. */
  'expired',
] as const;
export const TurnRefusal = z.enum(turnRefusals);
export type TurnRefusal = z.infer<typeof TurnRefusal>;
