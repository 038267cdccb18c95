import type { Participant } from '../../../../models/contracts/meetings.ts';
import type { TileFacts } from './tiles.ts';

/** @param staff what people are called who run the meeting without taking part */
export const nameOf = (
  { roomName }: Pick<TileFacts, 'roomName'>,
  person: Pick<Participant, 'fullName'> | undefined,
  staff: string,
): string => roomName ?? person?.fullName ?? staff;

export const placeOf = (
  person: Partial<Pick<Participant, 'office' | 'organisationName'>> | undefined,
): string => [person?.office, person?.organisationName].filter(Boolean).join(' · ');
