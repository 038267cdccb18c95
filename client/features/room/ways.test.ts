import { describe, expect, test } from 'vitest';
import { attendanceStates } from '../../../models/contracts/attendance.ts';
import { joinWays, proposedWay } from './ways.ts';

describe('[companion] what is proposed before joining', () => {
  test('in the hall: without sound, so that nothing howls', () => {
    for (const remembered of joinWays)
      expect(proposedWay('in_person', null, remembered)).toBe('companion');
  });

  test('elsewhere: as the last time', () => {
    for (const state of attendanceStates.filter((one) => one !== 'in_person'))
      expect(proposedWay(state, null, 'audio')).toBe('audio');
    expect(proposedWay(null, null, 'camera')).toBe('camera');
  });

  test('what the person chose stands, whatever the door says later', () => {
    for (const chosen of joinWays) expect(proposedWay('in_person', chosen, 'camera')).toBe(chosen);
  });
});
