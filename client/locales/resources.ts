import type common from './vi/common.ts';
import type shell from './vi/shell.ts';
import type face from './vi/face.ts';
import type faces from './vi/faces.ts';
import type room from './vi/room.ts';
import type door from './vi/door.ts';
import type people from './vi/people.ts';
import type floor from './vi/floor.ts';
import type kiosk from './vi/kiosk.ts';
import type delegations from './vi/delegations.ts';
import type device from './vi/device.ts';
import type meetings from './vi/meetings.ts';
import type roll from './vi/roll.ts';
import type screen from './vi/screen.ts';
import type voting from './vi/voting.ts';
import type ballot from './vi/ballot.ts';
import type verdict from './vi/verdict.ts';
import type elections from './vi/elections.ts';
import type electionRecord from './vi/electionRecord.ts';
import type chat from './vi/chat.ts';
import type screenControl from './vi/screenControl.ts';
import type hall from './vi/hall.ts';
import type recordings from './vi/recordings.ts';
import type administration from './vi/administration.ts';
import type audit from './vi/audit.ts';
import type home from './vi/home.ts';
import type identity from './vi/identity.ts';
import type planning from './vi/planning.ts';
import type polls from './vi/polls.ts';
import type rules from './vi/rules.ts';
import type statistics from './vi/statistics.ts';
import type systems from './vi/systems.ts';
import type onlineFace from './vi/onlineFace.ts';
import type opinions from './vi/opinions.ts';
import type records from './vi/records.ts';

/**
 * The texts of each feature, for the types of `t`. A new feature adds `vi/<feature>.ts` and
 * `en/<feature>.ts` and one line here; the files themselves are found and loaded by name.
 */
export interface Resources {
  common: typeof common;
  shell: typeof shell;
  delegations: typeof delegations;
  device: typeof device;
  face: typeof face;
  faces: typeof faces;
  room: typeof room;
  door: typeof door;
  people: typeof people;
  floor: typeof floor;
  kiosk: typeof kiosk;
  meetings: typeof meetings;
  roll: typeof roll;
  statistics: typeof statistics;
  screen: typeof screen;
  voting: typeof voting;
  ballot: typeof ballot;
  verdict: typeof verdict;
  elections: typeof elections;
  electionRecord: typeof electionRecord;
  chat: typeof chat;
  screenControl: typeof screenControl;
  hall: typeof hall;
  recordings: typeof recordings;
  administration: typeof administration;
  audit: typeof audit;
  home: typeof home;
  identity: typeof identity;
  planning: typeof planning;
  polls: typeof polls;
  rules: typeof rules;
  systems: typeof systems;
  onlineFace: typeof onlineFace;
  opinions: typeof opinions;
  records: typeof records;
}
export type Namespace = keyof Resources;
