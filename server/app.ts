import type { FastifyInstance } from 'fastify';
import type { MediaNode } from '../sfu/media-node.ts';
import { admissionRoutes } from './admission/http.ts';
import { type AdmissionService, createAdmissionService } from './admission/service.ts';
import { admissionActions } from './admission/socket.ts';
import { createChallengeService } from './attendance/challenge.ts';
import { createEnrolmentService } from './attendance/enrolment.ts';
import type { FaceService } from './attendance/face/face-service.ts';
import { type AttendanceDoors, attendanceRoutes } from './attendance/http.ts';
import { createKioskService } from './attendance/kiosk.ts';
import { createOnlineFaceService } from './attendance/online-face.ts';
import { presenceRoutes } from './attendance/presence-http.ts';
import { presenceActions } from './attendance/presence-socket.ts';
import { createRecheckService } from './attendance/recheck.ts';
import { countFaces } from './attendance/figures.ts';
import { type Recognition, startRecognition } from './attendance/recognition.ts';
import { rollRoutes } from './attendance/roll-http.ts';
import { createAttendanceService } from './attendance/service.ts';
import { type StatisticsService, createStatisticsService } from './attendance/statistics.ts';
import { attendanceActions } from './attendance/socket.ts';
import { attendanceForSystems } from './attendance/systems-http.ts';
import { createSystemsService } from './attendance/systems.ts';
import { auditRoutes } from './audit/http.ts';
import { type AuditService, createAuditService } from './audit/service.ts';
import { chatRoutes } from './chat/http.ts';
import { type ChatService, createChatService } from './chat/service.ts';
import { chatActions } from './chat/socket.ts';
import { electionsRoutes } from './elections/http.ts';
import { type ElectionsService, createElectionsService } from './elections/service.ts';
import { electionsActions } from './elections/socket.ts';
import { floorRoutes } from './floor/http.ts';
import { type FloorService, createFloorService } from './floor/service.ts';
import { floorActions } from './floor/socket.ts';
import { startDuties } from './duties.ts';
import { identityRoutes } from './identity/http.ts';
import { type IdentityService, createIdentityService } from './identity/service.ts';
import { ledgerRoutes } from './ledger/http.ts';
import { type RecordsService, createRecordsService } from './ledger/records-service.ts';
import { type LedgerService, createLedgerService } from './ledger/service.ts';
import { meetingsRoutes } from './meetings/http.ts';
import {
  type MediaService,
  createMediaService,
  watchMedia,
  withMediaEvictions,
} from './media/service.ts';
import { mediaActions } from './media/socket.ts';
import { type MeetingsService, createMeetingsService } from './meetings/service.ts';
import { meetingsActions } from './meetings/socket.ts';
import { networkRoutes } from './network/http.ts';
import { type NetworkService, createNetworkService } from './network/service.ts';
import { networkActions } from './network/socket.ts';
import { opinionsRoutes } from './opinions/http.ts';
import { type OpinionsService, createOpinionsService } from './opinions/service.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { type Database, openDatabase } from './platform/database.ts';
import { createHttpApp, localUrl } from './platform/http-app.ts';
import { type Routes, createRoutes } from './platform/http-routes.ts';
import { type Keys, loadKeys } from './platform/keys.ts';
import type { Logger } from './platform/logger.ts';
import { type Metrics, createMetrics, serveMetrics } from './platform/metrics.ts';
import type { Publisher } from './platform/publisher.ts';
import { type Sockets, createSockets } from './platform/socket-app.ts';
import { serveClient } from './platform/static-files.ts';
import { type Readiness, canRead, systemRoutes } from './platform/system-routes.ts';
import { loadTls } from './platform/tls.ts';
import { createTurn } from './platform/turn.ts';
import { recordingsRoutes } from './recordings/http.ts';
import {
  type RecordingsService,
  createRecordingsService,
  withRecordingEnds,
} from './recordings/service.ts';
import { recordingsActions } from './recordings/socket.ts';
import { votingRoutes } from './voting/http.ts';
import { type VotingService, createVotingService } from './voting/service.ts';
import { votingActions } from './voting/socket.ts';

export interface AppDeps {
  config: Config;
  logger: Logger;
  clock: Clock;
  version: string;
  migrationsDir: string;
  /** The built web app; may be missing, as in development. */
  clientDir: string;
  /** Off only to measure what it gains. */
  groupCommit?: boolean;
  /** Gives null where no media worker can be started: meetings go on without picture and sound. */
  startMedia(): Promise<MediaNode | null>;
  /** Gives null where recognition is switched off. Nothing waits for it. */
  startFace(): Promise<FaceService | null>;
}

/** The doors of the slices. */
export interface Services {
  audit: AuditService;
  identity: IdentityService;
  meetings: MeetingsService;
  admission: AdmissionService;
  floor: FloorService;
  media: MediaService | null;
  network: NetworkService;
  recordings: RecordingsService;
  /** With the kiosk's and the enrolment's own doors. */
  attendance: AttendanceDoors['attendance'];
  enrolment: AttendanceDoors['enrolment'];
  kiosk: AttendanceDoors['kiosk'];
  recheck: ReturnType<typeof createRecheckService>;
  onlineFace: ReturnType<typeof createOnlineFaceService>;
  systems: ReturnType<typeof createSystemsService>;
  recognition: Recognition;
  statistics: StatisticsService;
  ledger: LedgerService;
  records: RecordsService;
  voting: VotingService;
  elections: ElectionsService;
  opinions: OpinionsService;
  chat: ChatService;
}

export interface App {
  /** @returns the address for a browser on this machine, or the public one where it is configured */
  listen(): Promise<{ url: string }>;
  ready(): Readiness;
  /** Takes nothing new, finishes what runs, then lets go of the database. Safe to call twice. */
  close(): Promise<void>;
  /** For demo data and tests. */
  http: FastifyInstance;
  database: Database;
  services: Services;
}

/** What all slices get. */
interface Shared {
  config: Config;
  database: Database;
  clock: Clock;
  publisher: Publisher;
  follows: Sockets['follows'];
  keys: Keys;
  logger: Logger;
}

/** Puts the whole server together; nothing listens yet. */
export async function createApp(deps: AppDeps): Promise<App> {
  const { config, logger, clock, version } = deps;
  const tls = await loadTls(config);
  const { migrationsDir, groupCommit = true } = deps;
  const database = openDatabase({ dataDir: config.dataDir, migrationsDir, groupCommit });
  // Only with the folder in hand: the key may be exchanged until then.
  const keys = loadKeys(config.keyFile);
  if (keys.isBeingExchanged)
    logger.warn('an exchange of the key was cut off: stop the server and run npm run keys:rotate');
  const http = await createHttpApp({ config, logger, tls, version });
  const metrics = createMetrics();
  serveMetrics(http, metrics, config.metricsToken);

  const guards = {
    identify: (tokens: { person?: string; device?: string }) => services.identity.identify(tokens),
    identifySystem: (token: string) => services.identity.identifySystem(token),
    meetingRoleOf: (personId: string, meetingId: string) =>
      services.meetings.roleOf(personId, meetingId),
    parseCookies: (header: string) => http.parseCookie(header),
    clock,
    logger,
    publicUrl: config.publicUrl,
    secureCookies: tls !== null || config.publicUrl?.startsWith('https:') === true,
  };
  const sockets = createSockets(http.server, guards);
  const { follows } = sockets;
  const shared = { config, database, clock, publisher: sockets, follows, keys, logger };
  const mediaNode = await deps.startMedia();
  const services = createServices(shared, mediaNode, deps.startFace);
  const routes = createRoutes(http, guards);
  openDoors(routes, sockets, services, shared);
  const figures = mediaNode && (await watchMedia(mediaNode, metrics));
  const ready = (): Readiness => {
    const media = figures?.ready() ?? false;
    const face = services.recognition.face() !== null;
    const state = { database: canRead(database), media, face };
    return { ready: state.database && state.media, ...state };
  };
  systemRoutes(routes, version, ready);
  countPlatform(metrics, sockets, database);
  metrics.gauge('nghi_truong_line_tests', 'Tests of a line that run', services.network.running);
  const recordFaults = services.records.differences;
  metrics.gauge('nghi_truong_ledger_differences', 'Rows unlike the ledger', recordFaults);
  countFaces(metrics, services.recognition);
  // Last, for it answers every address that is still free.
  await serveClient(http, deps.clientDir);

  await services.recordings.resume();
  await services.elections.resume();
  const duties = startDuties({ ...services, database, clock, logger, follows });
  let closing: Promise<void> | undefined;
  const shut = async () => {
    figures?.stop();
    await Promise.all([sockets.close(), http.close(), duties.stop()]);
    await Promise.all([services.recordings.close(), services.elections.close()]);
    await Promise.all([mediaNode?.close(), services.recognition.close()]);
    await database.close();
  };
  return {
    async listen() {
      await http.listen({ host: config.host, port: config.port });
      await database.write((tx) =>
        services.audit.record(tx, 'system', { action: 'system.started', subject: version }),
      );
      return { url: config.publicUrl ?? localUrl(http, tls !== null) };
    },
    ready,
    close: () => (closing ??= shut()),
    http,
    database,
    services,
  };
}

function createServices(
  shared: Shared,
  mediaNode: MediaNode | null,
  startFace: AppDeps['startFace'],
): Services {
  const audit = createAuditService(shared);
  const { sessionHours } = shared.config;
  const identity = createIdentityService({ ...shared, audit, sessionHours });
  const evictions = withRecordingEnds(
    withMediaEvictions(shared.publisher, () => media),
    () => recordings,
    (err) => shared.logger.error({ err }, 'a recording was not ended'),
  );
  const meetings = createMeetingsService({ ...shared, audit, publisher: evictions });
  const turn = createTurn(shared.config.turn, shared.clock);
  const admission = createAdmissionService({ ...shared, audit, meetings });
  const attendance = createAttendanceService({ ...shared, audit, meetings, admission });
  const statistics = createStatisticsService({ ...shared, audit, meetings });
  const floor = createFloorService({ ...shared, audit, meetings, attendance });
  const rooms = { ...shared, audit, meetings, floor, admission, turn };
  const media = mediaNode && createMediaService({ ...rooms, node: mediaNode });
  const network = createNetworkService({ ...rooms, node: mediaNode });
  const recordings = createRecordingsService({ ...shared, audit, meetings, media });
  const ledger = createLedgerService(shared);
  const voting = createVotingService({ ...shared, audit, meetings, attendance, ledger });
  const elections = createElectionsService({ ...shared, voting });
  const opinions = createOpinionsService({ ...shared, audit, meetings, ledger });
  const records = createRecordsService({ ...shared, audit, meetings, voting, ledger, opinions });
  const chat = createChatService({ ...shared, meetings });
  const recognition = startRecognition({ ...shared, audit, startFace });
  const faces = { ...shared, ...recognition, audit, meetings, attendance };
  const enrolment = createEnrolmentService(faces);
  const kiosk = createKioskService(faces);
  const challenges = createChallengeService(faces);
  const recheck = createRecheckService(faces);
  const onlineFace = createOnlineFaceService({ ...faces, admission, recheck, challenges });
  const systems = createSystemsService({ ...faces, enrolment });
  return {
    audit,
    identity,
    meetings,
    admission,
    floor,
    media,
    network,
    recordings,
    attendance,
    enrolment,
    kiosk,
    recheck,
    onlineFace,
    systems,
    recognition,
    statistics,
    ledger,
    voting,
    elections,
    opinions,
    records,
    chat,
  };
}

/** Every route and every action, each behind the gate that its contract describes. */
function openDoors(routes: Routes, sockets: Sockets, services: Services, shared: Shared): void {
  const { clock, logger } = shared;
  auditRoutes(routes, services.audit);
  identityRoutes(routes, services.identity);
  meetingsRoutes(routes, services.meetings);
  meetingsActions(sockets, services.meetings, clock);
  admissionRoutes(routes, services.admission);
  admissionActions(sockets, services.admission);
  attendanceRoutes(routes, services);
  rollRoutes(routes, services);
  attendanceActions(sockets, services);
  attendanceForSystems(routes, services.systems);
  presenceRoutes(routes, services.recheck);
  presenceActions(sockets, services);
  floorRoutes(routes, services.floor);
  floorActions(sockets, services.floor);
  votingRoutes(routes, services.voting);
  ledgerRoutes(routes, services);
  votingActions(sockets, services.voting);
  electionsRoutes(routes, services.elections);
  electionsActions(sockets, services.elections);
  opinionsRoutes(routes, services.opinions);
  chatRoutes(routes, services.chat);
  chatActions(sockets, services.chat);
  networkRoutes(routes, services.network);
  networkActions(sockets, services.network);
  recordingsRoutes(routes, services.recordings);
  recordingsActions(sockets, services.recordings);
  if (services.media !== null) mediaActions(sockets, services.media, logger);
}

function countPlatform({ gauge }: Metrics, sockets: Sockets, database: Database): void {
  gauge('nghi_truong_sockets', 'Open socket connections', sockets.connections);
  gauge('nghi_truong_writes', 'Writes done or undone', () => database.stats().works);
  gauge('nghi_truong_commits', 'Transactions, an fsync each', () => database.stats().commits);
  gauge('nghi_truong_writes_waiting', 'Writes that wait', () => database.stats().waiting);
}
