import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SystemRole } from '../../models/contracts/identity.ts';
import type { ParticipantRole } from '../../models/contracts/meetings.ts';
import { AppError, type ErrorCode } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import { createAuditService } from '../audit/service.ts';
import type { Caller, SignedInDevice } from '../platform/caller.ts';
import type { Clock } from '../platform/clock.ts';
import { type Database, openDatabase } from '../platform/database.ts';
import { fingerprintOf } from '../platform/idempotency.ts';
import { type Logger, createLogger } from '../platform/logger.ts';
import type { Publisher } from '../platform/publisher.ts';
import { insertPeople } from './people-store.ts';

/** What a publisher was told, in order. */
export interface Published {
  to: Id;
  name: string;
  data: unknown;
}

export interface RecordingPublisher extends Publisher {
  sent: Published[];
  removed: { personId: Id; meetingId: Id }[];
  named(name: string): unknown[];
}

export function recordingPublisher(): RecordingPublisher {
  const sent: Published[] = [];
  const removed: { personId: Id; meetingId: Id }[] = [];
  return {
    sent,
    removed,
    named: (name) => sent.filter((one) => one.name === name).map(({ data }) => data),
    toMeeting: (to, kind, data) =>
      void sent.push({ to, name: kind.name, data: kind.data.parse(data) }),
    audience: () => 0,
    toRunners: (to, kind, data) =>
      void sent.push({ to: `runners:${to}`, name: kind.name, data: kind.data.parse(data) }),
    toStaff: (kind, data) =>
      void sent.push({ to: 'staff', name: kind.name, data: kind.data.parse(data) }),
    toPerson: (to, kind, data) =>
      void sent.push({ to, name: kind.name, data: kind.data.parse(data) }),
    removeFromMeeting: (personId, meetingId) => void removed.push({ personId, meetingId }),
    endSessions: () => {},
  };
}

export interface Chamber {
  dataDir: string;
  database: Database;
  clock: Clock & { set(now: string): void };
  publisher: RecordingPublisher;
  audit: ReturnType<typeof createAuditService>;
  logger: Logger;
  config: { face: { retentionDays: number } };
  /** Closes the database and removes the folder. */
  close(): Promise<void>;
}

/** A real database file in a folder of its own, a clock that stands still, and a publisher that remembers. */
export function openChamber(dataDir = mkdtempSync(join(tmpdir(), 'chamber-'))): Chamber {
  const database = openDatabase({ dataDir, migrationsDir: 'migrations' });
  let moment = '2026-03-02T01:00:00.000Z';
  const clock = { now: () => moment, set: (now: string) => void (moment = now) };
  return {
    dataDir,
    database,
    clock,
    publisher: recordingPublisher(),
    audit: createAuditService({ database, clock }),
    logger: createLogger('silent'),
    config: { face: { retentionDays: 1825 } },
    async close() {
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Puts people on file, without a usable password. @returns their ids in order */
export async function addPeople(
  { database }: Pick<Chamber, 'database'>,
  count: number,
  systemRole: SystemRole = 'member',
): Promise<Id[]> {
  const rows = Array.from({ length: count }, (_, index) => {
    const id = newId();
    return {
      id,
      fullName: `Đại biểu ${index + 1}`,
      office: index === 0 ? 'Chủ tịch' : 'Ủy viên',
      organisationId: null,
      username: `p-${id}`,
      systemRole,
      email: '',
      phone: '',
      passwordHash: '',
      mustChangePassword: false,
    };
  });
  await database.write((tx) => insertPeople(tx, rows));
  return rows.map(({ id }) => id);
}

interface CallerOptions {
  systemRole?: SystemRole;
  meetingRole?: ParticipantRole | null;
  /** The same id for a request that is sent again. */
  requestId?: Id;
}

/** A request of a person, as the gate hands it on. */
export function personCaller(personId: Id, options: CallerOptions = {}): Caller {
  const { systemRole = 'member', meetingRole = null, requestId = newId() } = options;
  const person = {
    personId,
    sessionId: newId(),
    fullName: 'Người gọi',
    systemRole,
    mustChangePassword: false,
  };
  return { person, device: null, meetingRole, requestId, once: onceOf(personId, requestId) };
}

/** A request of a kiosk or screen. */
export function deviceCaller(device: Partial<SignedInDevice> = {}): Caller {
  const deviceId = newId();
  const requestId = newId();
  return {
    person: null,
    device: {
      deviceId,
      sessionId: newId(),
      name: 'Màn hình',
      kind: 'screen',
      roomId: null,
      scopes: [],
      ...device,
    },
    meetingRole: null,
    requestId,
    once: onceOf(deviceId, requestId),
  };
}

function onceOf(callerId: Id, requestId: Id): Caller['once'] {
  const fingerprint = fingerprintOf('test', requestId);
  return { callerId, requestId, fingerprint, at: '2026-03-02T01:00:00.000Z' };
}

/** How an action was refused; fails when it was not. */
export async function refusal(
  attempt: Promise<unknown>,
): Promise<{ code: ErrorCode; details: AppError['details'] }> {
  const error: unknown = await attempt.then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw error;
  return { code: error.code, details: error.details };
}
