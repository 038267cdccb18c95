import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcedBefore, answeredWithin } from '../../../../models/contracts/presence.ts';
import { askingAt, minutesAndSeconds } from './asking.ts';

const due = 1_800_000_000_000;
const early = due - 3_600_000;

describe('the question whether someone is there', () => {
  it('[P1] is announced a minute before, then asked, then over', () => {
    expect(askingAt(due, early, due - 60_001).phase).toBe('none');
    expect(askingAt(due, early, due - 60_000)).toEqual({ phase: 'announced', secondsLeft: 60 });
    expect(askingAt(due, early, due)).toEqual({ phase: 'asked', secondsLeft: answeredWithin });
    expect(askingAt(due, early, due + answeredWithin * 1000).phase).toBe('over');
    expect(askingAt(null, early, due).phase).toBe('none');
  });

  it('[P2] never comes unannounced, however long it was due', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e8 }),
        fc.integer({ min: 0, max: 1e6 }),
        (late, on) => {
          const openedAt = due + late;
          const { phase } = askingAt(due, openedAt, openedAt + on);
          if (on < announcedBefore * 1000) expect(phase).toBe('announced');
          else expect(['asked', 'over']).toContain(phase);
        },
      ),
    );
  });

  it('shows the time left as clocks do', () => {
    expect([0, 9, 60, 125].map(minutesAndSeconds)).toEqual(['0:00', '0:09', '1:00', '2:05']);
  });
});
