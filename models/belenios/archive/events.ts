import { type Sha256, sha256Hex } from '../hash.ts';
import {
  FormatError,
  type WrittenNumber,
  decode,
  encode,
  hexHash,
  integer,
  oneOf,
  optional,
  record,
  written,
  writtenNumber,
} from '../json.ts';
import { HEADER_NAME } from './header.ts';
import { type TarFile, readTar, tarOf } from './tar.ts';

/** The public data of an election: a chain of events in a `.bel` archive (section 4.4). */

const EVENT_TYPES = [
  'Setup',
  'Ballot',
  'EndBallots',
  'EncryptedTally',
  'Shuffle',
  'EndShuffles',
  'PartialDecryption',
  'Result',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** How many data files come before each event; the last of them is its payload. */
const DATA_FILES: Record<EventType, number> = {
  Setup: 4,
  Ballot: 1,
  EndBallots: 0,
  EncryptedTally: 2,
  Shuffle: 2,
  EndShuffles: 0,
  PartialDecryption: 2,
  Result: 1,
};

const readEvent = record({
  parent: optional(hexHash),
  height: integer,
  type: oneOf(EVENT_TYPES),
  payload: optional(hexHash),
});

const readHeader = record({ version: integer, timestamp: writtenNumber });

const ARCHIVE_VERSION = 1;
const utf8 = new TextEncoder();

/** The end of the chain, to which the next event refers. */
export interface Head {
  /** Seconds since 1970, the archive's. */
  timestamp: number;
  /** Of the last event; null before the first. */
  hash: string | null;
  /** Of the next event. */
  height: number;
}

export interface Appended {
  /** To be appended to the archive. */
  bytes: Uint8Array;
  head: Head;
}

/** Begins an archive. @param timestamp of the election's beginning, whole seconds since 1970 */
export function startArchive(timestamp: number): Appended {
  const stamp: WrittenNumber = written(BigInt(timestamp));
  const content = utf8.encode(encode({ version: ARCHIVE_VERSION, timestamp: stamp }));
  return {
    bytes: tarOf([{ name: HEADER_NAME, content }], timestamp),
    head: { timestamp, hash: null, height: 0 },
  };
}

function dataFile(content: string): TarFile {
  return { name: `${sha256Hex(content)}.data.json`, content: utf8.encode(content) };
}

/**
 * Adds an event to the chain.
 * @param data its payload, last, and what that refers to, in the order of the table of section 4.4
 * @throws {RangeError} when the event takes another number of them
 */
export function appendEvent(head: Head, type: EventType, data: readonly string[] = []): Appended {
  if (data.length !== DATA_FILES[type])
    throw new RangeError(`${type} has ${DATA_FILES[type]} data`);
  const payload = data.at(-1);
  const event = encode({
    ...(head.hash === null ? {} : { parent: head.hash }),
    height: head.height,
    type,
    ...(payload === undefined ? {} : { payload: sha256Hex(payload) }),
  });
  const hash = sha256Hex(event);
  const file = { name: `${hash}.event.json`, content: utf8.encode(event) };
  return {
    bytes: tarOf([...data.map(dataFile), file], head.timestamp),
    head: { ...head, hash, height: head.height + 1 },
  };
}

export interface ArchivedEvent {
  type: EventType;
  height: number;
  hash: string;
  /** Its payload, last, and what that refers to. */
  data: { hash: string; text: string }[];
}

export interface Archive {
  events: ArchivedEvent[];
  head: Head;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOf({ name, content }: TarFile): string {
  try {
    return strictUtf8.decode(content);
  } catch {
    throw new FormatError(`${name}: not UTF-8`);
  }
}

/** Says which file a message that is none was found in. */
function within<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof FormatError ? new FormatError(`${name}: ${error.message}`) : error;
  }
}

function checkHeader(file: TarFile | undefined, time: number): void {
  if (file?.name !== HEADER_NAME) throw new FormatError(`the first file is not ${HEADER_NAME}`);
  const { version, timestamp } = within(HEADER_NAME, () => decode(textOf(file), readHeader));
  if (version !== ARCHIVE_VERSION) throw new FormatError(`archive version ${version} is unknown`);
  if (Number(timestamp) !== time)
    throw new FormatError('the time of the files is not the archive’s');
}

function kindOf({ name, content }: TarFile, seen: Set<string>, sha256: Sha256): 'data' | 'event' {
  const [, hash, kind] = /^([0-9a-f]{64})\.(data|event)\.json$/.exec(name) ?? [];
  if (hash === undefined) throw new FormatError(`${name}: not a name of a file of this archive`);
  if (seen.has(hash)) throw new FormatError(`${name}: is there twice`);
  seen.add(hash);
  if (sha256(content) !== hash) throw new FormatError(`${name}: the content has another hash`);
  return kind === 'event' ? 'event' : 'data';
}

type Pending = ArchivedEvent['data'];

function linkEvent(text: string, head: Head, data: Pending): ArchivedEvent {
  const event = decode(text, readEvent);
  const where = `event ${event.height} (${event.type})`;
  if (event.height !== head.height) throw new FormatError(`${where}: ${head.height} comes here`);
  if ((event.parent ?? null) !== head.hash) throw new FormatError(`${where}: has another parent`);
  if (data.length !== DATA_FILES[event.type] || event.payload !== data.at(-1)?.hash) {
    throw new FormatError(`${where}: the data before it are not its payload`);
  }
  return { type: event.type, height: event.height, hash: sha256Hex(text), data };
}

/**
 * Reads an archive and checks its form: every byte of the container, the hash of every file, and the chain of events, each with its own
 * data. What events and data say is another question.
 * @throws {FormatError}
 */
export function readArchive(bytes: Uint8Array, sha256: Sha256 = sha256Hex): Archive {
  const { files, time } = readTar(bytes);
  const [first, ...rest] = files;
  checkHeader(first, time);
  const seen = new Set<string>();
  const events: ArchivedEvent[] = [];
  let head: Head = { timestamp: time, hash: null, height: 0 };
  let data: Pending = [];
  for (const file of rest) {
    const kind = kindOf(file, seen, sha256);
    const text = textOf(file);
    if (kind === 'data') {
      data.push({ hash: file.name.slice(0, 64), text });
      continue;
    }
    const event = within(file.name, () => linkEvent(text, head, data));
    events.push(event);
    head = { ...head, hash: event.hash, height: head.height + 1 };
    data = [];
  }
  if (data.length > 0) throw new FormatError('data without an event at the end');
  return { events, head };
}
