import { useState } from 'react';
import type { Id } from '../../../models/ids.ts';

/** A text that is being written, kept for this tab over a reload and over closing the panel. */
export function useDraft(meetingId: Id, to: string): [string, (text: string) => void] {
  const key = `nghi-truong.chat-draft.${meetingId}.${to}`;
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const keep = (text: string) => {
    setDrafts((before) => ({ ...before, [key]: text }));
    try {
      if (text === '') sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, text);
    } catch {
      // The text stays on the screen.
    }
  };
  return [drafts[key] ?? kept(key), keep];
}

function kept(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}
