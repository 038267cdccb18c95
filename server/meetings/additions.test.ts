import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Hall, openHall } from '../testing/hall.ts';
import { createMeetingsService } from './service.ts';

let hall: Hall;
beforeEach(async () => {
  hall = await openHall(2);
});
afterEach(() => hall.close());

it('[agenda] an item that others add is saved, and whoever cannot be told of it ends nothing', async () => {
  const { id } = await hall.newMeeting();
  const defect = new Error('no line');
  // What nobody waits for may not fail unheard: an unhandled rejection would end the server.
  const logged = new Promise<unknown>((resolve) => {
    const meetings = createMeetingsService({
      ...hall,
      logger: { error: resolve },
      publisher: {
        ...hall.publisher,
        toMeeting: () => {
          throw defect;
        },
      },
    });
    void hall.database
      .write((tx) => meetings.addAgendaItem(tx, id, { title: 'Công bố kết quả', minutes: 5 }))
      .then((tell) => tell());
  });
  expect(await logged).toEqual({ err: defect });
  const { agenda } = await hall.meetings.meetingOf(hall.database.read, id);
  expect(agenda.at(-1)).toMatchObject({ title: 'Công bố kết quả', minutes: 5 });
});
