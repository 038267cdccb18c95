import { useSyncExternalStore } from 'react';
import type { Tone } from './Notice.tsx';

export interface Toast {
  id: number;
  tone: Tone;
  message: string;
  /** A small line below, such as the code of an error. */
  detail?: string;
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();
// More than a few at once would hide the page; the oldest give way.
const most = 3;

function change(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/**
 * Says something in passing, such as "Đã lưu". What must not be missed belongs into the page as a
 * Notice. The same message twice in a row is shown once.
 */
export function showToast(message: string, options: { tone?: Tone; detail?: string } = {}): void {
  const { tone = 'success', detail } = options;
  const others = toasts.filter((toast) => toast.message !== message);
  lastId += 1;
  const toast = { id: lastId, tone, message, ...(detail !== undefined && { detail }) };
  change([...others, toast].slice(-most));
}

export const dismissToast = (id: number): void => change(toasts.filter((toast) => toast.id !== id));

export const useToasts = (): readonly Toast[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => toasts,
    () => toasts,
  );
