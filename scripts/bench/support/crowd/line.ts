import { type Socket, io } from 'socket.io-client';
import { type z } from 'zod';
import { type Action, Answer, type NoticeKind } from '../../../../models/contracts/event.ts';
import { AppError } from '../../../../models/errors.ts';
import { type Id, newId } from '../../../../models/ids.ts';

/** What came in over a socket: messages of engine.io, without the frames of WebSocket and TCP around them. */
export interface Heard {
  messages: number;
  bytes: number;
  /** Messages by the name of the notice; answers to requests are `answer`. */
  byName: Record<string, number>;
}

/** The live connection of one participant, which counts what it hears. */
export interface Line {
  /** @throws AppError with the code that the server refused with */
  act<Q extends z.ZodType, A extends z.ZodType>(
    action: Action<Q, A>,
    data: z.input<Q>,
    requestId?: Id,
  ): Promise<z.infer<A>>;
  /** The data is not checked, which would cost more than hearing it. */
  on<D extends z.ZodType>(kind: NoticeKind<D>, hear: (data: z.infer<D>) => void): void;
  heard(): Heard;
  /** Resolves when the connection is gone, on whichever side it ended. */
  ended(): Promise<void>;
  close(): void;
}

/** Milliseconds that the server has for an answer. */
const patience = 30_000;

/** As a page does: a WebSocket at once. */
export async function openLine(url: string, cookie: string): Promise<Line> {
  const socket = io(url, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    timeout: patience,
    extraHeaders: { cookie },
  });
  const heard = countOn(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
    // Broken on its way: a line that has ended already.
    socket.io.once('close', () => resolve());
  });
  return {
    async act(action, data, requestId = newId()) {
      const envelope = { requestId, data };
      const raw: unknown = await socket.timeout(patience).emitWithAck(action.name, envelope);
      const answer = Answer.parse(raw);
      if (!answer.ok) throw new AppError(answer.error.code, answer.error.details);
      return action.response.parse(answer.data);
    },
    on: (kind, hear) => void socket.on<string>(kind.name, hear),
    heard: () => heard,
    ended: () =>
      socket.disconnected
        ? Promise.resolve()
        : new Promise((resolve) => void socket.once('disconnect', () => resolve())),
    close: () => void socket.disconnect(),
  };
}

function countOn(socket: Socket): Heard {
  const heard: Heard = { messages: 0, bytes: 0, byName: {} };
  socket.io.once('open', () =>
    socket.io.engine.on('packet', ({ type, data }: { type: string; data?: unknown }) => {
      if (type !== 'message' || typeof data !== 'string') return;
      heard.messages += 1;
      heard.bytes += Buffer.byteLength(data);
      const name = nameOf(data);
      heard.byName[name] = (heard.byName[name] ?? 0) + 1;
    }),
  );
  return heard;
}

/** socket.io's text: `2["name",…` is an event, `3…` an answer, `0…` the greeting. */
function nameOf(text: string): string {
  if (text.startsWith('3')) return 'answer';
  return /^2\d*\["([^"]+)"/.exec(text)?.[1] ?? 'greeting';
}
