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

/** Those who wait for notices of the server, by their name. */
export function createNotices() {
  const handlers = new Map<string, Set<(data: unknown) => void>>();
  return {
    on<D extends z.ZodType>(kind: NoticeKind<D>, handler: (data: z.infer<D>) => void) {
      const parse = (data: unknown) => {
        const parsed = kind.data.safeParse(data);
        if (parsed.success) handler(parsed.data);
        else reportError(new Error(`${kind.name} is not as the contract says`));
      };
      const all = handlers.get(kind.name) ?? new Set();
      handlers.set(kind.name, all.add(parse));
      return () => void all.delete(parse);
    },
    heard(name: string, data: unknown) {
      for (const handler of handlers.get(name) ?? []) handler(data);
    },
  };
}
