/** What a token for another system can allow: each is chosen when the token is made. */
export const systemScopes = ['enrol', 'check_in', 'read_roll', 'read_evidence'] as const;
export type SystemScope = (typeof systemScopes)[number];

/**
 * Who may call a route or an event. A contract lists the callers it admits; everyone else is refused
 * before any rule of the capability runs.
 *
 * - `anyone`: also without signing in
 * - `person`: any signed-in person
 * - `administrator`, `secretariat`: people with that system role
 * - `kiosk`, `screen`, `room`: a paired device of that kind
 * - `system`: another computer system with a token of ours; `system:…`: one whose token has that scope
 * - `meeting:…`: a participant with that role in the meeting that the request names by `meetingId`
 */
export const callerKinds = [
  'anyone',
  'person',
  'administrator',
  'secretariat',
  'kiosk',
  'screen',
  'room',
  'system',
  'system:enrol',
  'system:check_in',
  'system:read_roll',
  'meeting:chair',
  'meeting:member',
  'meeting:guest',
] as const;
export type CallerKind = (typeof callerKinds)[number];
export type Access = readonly [CallerKind, ...CallerKind[]];

/** Those who run the administration. */
export const staff = ['administrator', 'secretariat'] as const satisfies Access;

/** All who take part in a meeting, and those who run it. */
export const inMeeting = [
  'meeting:chair',
  'meeting:member',
  'meeting:guest',
  ...staff,
] as const satisfies Access;

/** Those who run one meeting: its chair, and the staff. */
export const runners = ['meeting:chair', ...staff] as const satisfies Access;

/** All in a meeting, and the devices of the room that show it and are heard in it. */
export const inHall = [...inMeeting, 'screen', 'room'] as const satisfies Access;
