import { readArchive } from '../../../../../models/belenios/archive/events.ts';
import { FormatError } from '../../../../../models/belenios/json.ts';
import type { Job } from '../job.ts';

/** What can be checked by several workers: the ballots of a record, and the election that they are for. */
interface Ballots {
  election: string;
  ballots: string[];
}

/** Takes the ballots out of a `.bel`; null where it cannot be read, of which its verification says why. */
export const readBallots: Job<Uint8Array, Ballots | null> = (bytes) => {
  try {
    const { events } = readArchive(bytes);
    const texts = events.map(({ type, data }) => ({ type, text: data[0]?.text ?? '' }));
    return {
      election: texts[0]?.text ?? '',
      ballots: texts.filter(({ type }) => type === 'Ballot').map(({ text }) => text),
    };
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
};
