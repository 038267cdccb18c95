import type { Id } from '../../models/ids.ts';

/** How it stands with following a meeting; `refused` for example when the person is not in it. */
export type FollowState =
  { state: 'entering' | 'following' } | { state: 'refused'; error: unknown };

interface Entry {
  now: FollowState;
  listeners: Set<(state: FollowState) => void>;
}

export interface Followed {
  /** Follows until the returned function is called; the listener hears the state at once and as it changes. */
  follow(meetingId: Id, listener: (state: FollowState) => void): () => void;
  /** On a new line the server knows of nothing: enters all meetings again. */
  enterAgain(): Promise<void>;
}

/** The meetings that this tab follows, each entered once for all who follow it. */
export function createFollowed(
  enter: (meetingId: Id) => Promise<unknown>,
  leave: (meetingId: Id) => void,
): Followed {
  const entries = new Map<Id, Entry>();

  const attempt = async (meetingId: Id, entry: Entry) => {
    const tell = (now: FollowState) => {
      entry.now = now;
      for (const listener of entry.listeners) listener(now);
    };
    try {
      await enter(meetingId);
      tell({ state: 'following' });
    } catch (error) {
      tell({ state: 'refused', error });
    }
  };

  return {
    follow(meetingId, listener) {
      const entry = entries.get(meetingId) ?? newEntry();
      if (!entries.has(meetingId)) {
        entries.set(meetingId, entry);
        void attempt(meetingId, entry);
      }
      // One set entry for each call, even when the same function comes twice.
      const hear = (state: FollowState) => listener(state);
      entry.listeners.add(hear);
      listener(entry.now);
      return () => {
        if (!entry.listeners.delete(hear) || entry.listeners.size > 0) return;
        entries.delete(meetingId);
        leave(meetingId);
      };
    },
    async enterAgain() {
      await Promise.all([...entries].map(([meetingId, entry]) => attempt(meetingId, entry)));
    },
  };
}

const newEntry = (): Entry => ({ now: { state: 'entering' }, listeners: new Set() });
