import type { Body } from '../../models/contracts/meetings.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import type { Db } from '../platform/database.ts';
import type { Letterhead } from '../platform/letterhead.ts';
import { findBody } from './bodies-store.ts';
import type { MeetingsDeps } from './deps.ts';
import { announce, existing } from './meeting.ts';
import { readBodyLetterhead } from './settings-store.ts';
import { findNextPlanned, saveAgenda, saveMeeting } from './store.ts';

/** What other capabilities put on the agenda of a body's sessions. */
export interface AdditionsService {
  /** @throws AppError `not_found` */
  bodyOf(db: Db, bodyId: Id): Promise<Body>;
  /** What stands at the head of its papers. @throws AppError `not_found` */
  letterheadOfBody(db: Db, bodyId: Id): Promise<Letterhead>;
  /** The soonest session of a body that is planned and not over; null when there is none. */
  nextPlanned(db: Db, bodyId: Id, now: string): Promise<Id | null>;
  /**
   * Adds an item at the end of the agenda; whoever edits the meeting meanwhile has to read it again.
   * @returns what tells those who follow the meeting, to be called after the commit
   * @throws AppError `not_found`
   */
  addAgendaItem(tx: Db, meetingId: Id, item: AddedItem): Promise<() => void>;
}

interface AddedItem {
  title: string;
  minutes: number;
}

export function createAdditionsService(deps: MeetingsDeps): AdditionsService {
  return {
    async bodyOf(db, bodyId) {
      const body = await findBody(db, bodyId);
      if (body === undefined) throw new AppError('not_found');
      return body;
    },
    async letterheadOfBody(db, bodyId) {
      const letterhead = await readBodyLetterhead(db, bodyId);
      if (letterhead === undefined) throw new AppError('not_found');
      return letterhead;
    },
    nextPlanned: findNextPlanned,
    async addAgendaItem(tx, meetingId, { title, minutes }) {
      const { agenda, revision, title: subject } = await existing(tx, meetingId);
      const added = { id: newId(), title, presenter: '', minutes };
      await saveAgenda(tx, meetingId, [...agenda, added], deps.clock.now());
      await saveMeeting(tx, meetingId, { revision: revision + 1 });
      await deps.audit.record(tx, 'system', {
        action: 'meeting.updated',
        subject,
        meetingId,
        details: { item: title },
      });
      // Nobody waits for it, and what is saved stands whether it is heard of or not.
      return () =>
        void announce(deps, meetingId).catch((err: unknown) =>
          deps.logger.error({ err }, 'a change of an agenda was not told'),
        );
    },
  };
}
