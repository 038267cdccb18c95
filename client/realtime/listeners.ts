import type { z } from 'zod';
import type { NoticeKind } from '../../models/contracts/event.ts';

/** Those who wait for a word without content. */
export function createSignal() {
  const listeners = new Set<() => void>();
  return {
    listen(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    fire() {
      for (const listener of listeners) listener();
    },
  };
}

interface Hearers<D extends z.ZodType = z.ZodType> {
  kind: NoticeKind<D>;
  add(handler: (data: z.infer<D>) => void): () => void;
  heard(data: unknown): void;
}

/** Those who wait for notices of the server. A notice is parsed once, and all who hear it are given the same object. */
export function createNotices() {
  const all = new Map<NoticeKind, Hearers>();
  return {
    on<D extends z.ZodType>(kind: NoticeKind<D>, handler: (data: z.infer<D>) => void) {
      const known = all.get(kind);
      if (known && areOf(known, kind)) return known.add(handler);
      const hearers = hearersOf(kind);
      all.set(kind, hearers);
      return hearers.add(handler);
    },
    heard(name: string, data: unknown) {
      for (const hearers of all.values()) if (hearers.kind.name === name) hearers.heard(data);
    },
  };
}

function hearersOf<D extends z.ZodType>(kind: NoticeKind<D>): Hearers<D> {
  const handlers = new Set<(data: z.infer<D>) => void>();
  return {
    kind,
    add(handler) {
      // One set entry for each call, even when the same function comes twice.
      const hear = (data: z.infer<D>) => handler(data);
      handlers.add(hear);
      return () => void handlers.delete(hear);
    },
    heard(data) {
      if (handlers.size === 0) return;
      const parsed = kind.data.safeParse(data);
      if (!parsed.success) reportError(new Error(`${kind.name} is not as the contract says`));
      else for (const hear of handlers) hear(parsed.data);
    },
  };
}

const areOf = <D extends z.ZodType>(hearers: Hearers, kind: NoticeKind<D>): hearers is Hearers<D> =>
  hearers.kind === kind;
