import { newId } from '../../models/ids.ts';
import { Refusal } from './refusal.ts';

/** A request that has no answer yet. */
interface Waiting {
  name: string;
  envelope: { requestId: string; data: unknown };
  acrossReconnect: boolean;
  settle: (outcome: { answer: unknown } | { refusal: Refusal }) => void;
}

/** The line that is open now; `answered` runs at most once, and not at all when the line breaks. */
export interface Line {
  emit(name: string, envelope: unknown, answered: (answer: unknown) => void): void;
  /** When anything last arrived, in milliseconds of this machine. */
  heardAt(): number;
  /** Makes the server answer something, if the line is alive. */
  probe(): void;
  /** Gives the line up, so that a new one is opened. */
  drop(): void;
}

export interface PostOptions {
  requestId?: string;
  /** In all, over however many lines; milliseconds. */
  patienceMs: number;
  /** False for what has no meaning on a new line: it is refused as `offline` when the line breaks. */
  acrossReconnect: boolean;
}

/**
 * Keeps each request until it is answered: sent when a line is open, and sent again, under the same id,
 * on the next line when the first one broke.
 */
export interface Outbox {
  /** @throws Refusal `timeout` or `offline` */
  post(name: string, data: unknown, options: PostOptions): Promise<unknown>;
  lineOpened(line: Line): void;
  lineBroke(): void;
  /** Refuses everything that waits, as `offline`. */
  close(): void;
}

/**
 * After this much silence the line is probed, and after as much again given up. A network that swallows
 * everything would otherwise be noticed only when the server's next ping is missing, too late for a ballot.
 */
const silenceMs = 3000;

export function createOutbox(): Outbox {
  const waiting = new Set<Waiting>();
  let line: Line | null = null;

  const send = (request: Waiting) => {
    const used = line;
    if (used === null) return;
    const sentAt = Date.now();
    used.emit(request.name, request.envelope, (answer) => request.settle({ answer }));
    const isSilent = () => line === used && waiting.has(request) && used.heardAt() < sentAt;
    setTimeout(() => isSilent() && used.probe(), silenceMs);
    setTimeout(() => isSilent() && used.drop(), 2 * silenceMs);
  };

  return {
    post(name, data, { requestId = newId(), patienceMs, acrossReconnect }) {
      return new Promise((resolve, reject) => {
        const request: Waiting = {
          name,
          envelope: { requestId, data },
          acrossReconnect,
          settle(outcome) {
            if (!waiting.delete(request)) return;
            clearTimeout(timer);
            if ('answer' in outcome) resolve(outcome.answer);
            else reject(outcome.refusal);
          },
        };
        const timer = setTimeout(
          () => request.settle({ refusal: new Refusal('timeout', requestId) }),
          patienceMs,
        );
        waiting.add(request);
        if (line !== null) send(request);
        else if (!acrossReconnect) request.settle({ refusal: new Refusal('offline', requestId) });
      });
    },
    lineOpened(opened) {
      line = opened;
      for (const request of waiting) send(request);
    },
    lineBroke() {
      line = null;
      for (const request of waiting)
        if (!request.acrossReconnect)
          request.settle({ refusal: new Refusal('offline', request.envelope.requestId) });
    },
    close() {
      line = null;
      for (const request of waiting)
        request.settle({ refusal: new Refusal('offline', request.envelope.requestId) });
    },
  };
}
