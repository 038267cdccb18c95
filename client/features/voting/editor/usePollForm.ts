import { useRef, useState } from 'react';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import type { Id } from '../../../../models/ids.ts';
import { KeptForm, type PollForm } from './poll-form.ts';

/** For which poll of which meeting something was written; null for a new one. */
const keyOf = (meetingId: Id, pollId: Id | null): string =>
  `nghi-truong.poll-draft.${meetingId}.${pollId ?? 'new'}`;

/**
 * A poll that is being written, kept in this tab over a reload and over closing the editor, until it is saved.
 * @param poll as it stands now; null for a new one
 * @param begin what the form begins with
 */
export function usePollForm(
  meetingId: Id,
  poll: Pick<MyPoll, 'id' | 'revision'> | null,
  begin: PollForm,
) {
  const key = keyOf(meetingId, poll?.id ?? null);
  const now = poll?.revision ?? 0;
  const [state, setState] = useState(() => {
    const kept = recall(key);
    return { form: begin, revision: now, ...kept, isRestored: kept !== null };
  });
  // Beside the state: who saves over another's form does so at once.
  const base = useRef(state.revision);
  return {
    ...state,
    /** The revision of the poll that an edit began with. */
    base,
    change(part: Partial<PollForm>) {
      setState((before) => {
        const { revision } = before;
        const form = { ...before.form, ...part };
        keep(key, { form, revision });
        return { ...before, form };
      });
    },
    /** After saving. */
    forget: () => drop(key),
    /** Begins anew with what the server has. */
    startOver() {
      drop(key);
      base.current = now;
      setState({ form: begin, revision: now, isRestored: false });
    },
    /** Goes on with what is written, over what the server has. */
    insist() {
      base.current = now;
      keep(key, { form: state.form, revision: now });
      setState((before) => ({ ...before, revision: now }));
    },
  };
}

/** Whether a new poll was begun and not saved. */
export const isBegun = (meetingId: Id): boolean => recall(keyOf(meetingId, null)) !== null;

function recall(key: string): KeptForm | null {
  try {
    const text = sessionStorage.getItem(key);
    const kept = text === null ? null : KeptForm.safeParse(JSON.parse(text));
    return kept?.success ? kept.data : null;
  } catch {
    return null;
  }
}

function keep(key: string, { form, revision }: KeptForm): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ ...form, revision }));
  } catch {
    // What is written stays on the screen.
  }
}

function drop(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // It was not kept either.
  }
}
