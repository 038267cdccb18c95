import { useState } from 'react';
import type { Id } from '../../../../models/ids.ts';
import { PollForm } from './poll-form.ts';

/** For which poll of which meeting something was written; null for a new one. */
const keyOf = (meetingId: Id, pollId: Id | null): string =>
  `nghi-truong.poll-draft.${meetingId}.${pollId ?? 'new'}`;

/** A poll that is being written, kept in this tab over a reload and over closing the editor, until it is saved. */
export function usePollForm(meetingId: Id, pollId: Id | null, begin: PollForm) {
  const key = keyOf(meetingId, pollId);
  const [state, setState] = useState(() => {
    const kept = recall(key);
    return { form: kept ?? begin, isRestored: kept !== null };
  });
  return {
    ...state,
    change(part: Partial<PollForm>) {
      setState((before) => {
        const form = { ...before.form, ...part };
        keep(key, form);
        return { form, isRestored: before.isRestored };
      });
    },
    /** After saving. */
    forget: () => drop(key),
    /** Begins anew with what the server has. */
    startOver() {
      drop(key);
      setState({ form: begin, isRestored: false });
    },
  };
}

/** Whether a new poll was begun and not saved. */
export const isBegun = (meetingId: Id): boolean => recall(keyOf(meetingId, null)) !== null;

function recall(key: string): PollForm | null {
  try {
    const text = sessionStorage.getItem(key);
    const kept = text === null ? null : PollForm.safeParse(JSON.parse(text));
    return kept?.success ? kept.data : null;
  } catch {
    return null;
  }
}

function keep(key: string, form: PollForm): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(form));
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
