import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { auditRoutes } from './audit/http.ts';
import { createAuditService } from './audit/service.ts';
import { identityRoutes } from './identity/http.ts';
import { type IdentityService, createIdentityService } from './identity/service.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { type Database, openDatabase } from './platform/database.ts';
import { startHousekeeping } from './platform/housekeeping.ts';
import { createHttpApp } from './platform/http-app.ts';
import { createRoutes } from './platform/http-routes.ts';
import { loadKeys } from './platform/keys.ts';
import type { Logger } from './platform/logger.ts';
import { createMetrics, serveMetrics } from './platform/metrics.ts';
import { createSockets } from './platform/socket-app.ts';
import { serveClient } from './platform/static-files.ts';
import { type Readiness, canRead, systemRoutes } from './platform/system-routes.ts';
import { loadTls } from './platform/tls.ts';

export interface AppDeps {
  config: Config;
  logger: Logger;
  clock: Clock;
  version: string;
  migrationsDir: string;
  /** The built web app; may be missing, as in development. */
  clientDir: string;
}

export interface App {
  /** @returns the address for a browser on this machine, or the public one where it is configured */
  listen(): Promise<{ url: string }>;
  ready(): Readiness;
  /**
   * Takes nothing new, finishes what runs, then lets go of the database. Safe to call twice.
   */
  close(): Promise<void>;
  /** For tests and the loading of demo data: the same doors that the routes use. */
  http: FastifyInstance;
  database: Database;
  services: { audit: ReturnType<typeof createAuditService>; identity: IdentityService };
}

/** Puts the whole server together; nothing listens yet. */
export async function createApp(deps: AppDeps): Promise<App> {
  const { config, logger, clock, version } = deps;
  const tls = await loadTls(config);
  const keys = loadKeys(config.keyFile);
  const database = openDatabase({ dataDir: config.dataDir, migrationsDir: deps.migrationsDir });
  const http = await createHttpApp({ config, logger, tls, version });
  const metrics = createMetrics();
  serveMetrics(http, metrics, config.metricsToken);

  const guards = {
    identify: (tokens: { person?: string; device?: string }) => identity.identify(tokens),
    meetingRoleOf: async () => null,
    parseCookies: (header: string) => http.parseCookie(header),
    clock,
    logger,
    publicUrl: config.publicUrl,
    secureCookies: tls !== null || config.publicUrl?.startsWith('https:') === true,
  };
  const sockets = createSockets(http.server, guards);
  const routes = createRoutes(http, guards);
  const shared = { database, clock, publisher: sockets, keys, logger };

  const audit = createAuditService(shared);
  const identity = createIdentityService({ ...shared, audit, sessionHours: config.sessionHours });
  auditRoutes(routes, audit);
  identityRoutes(routes, identity);

  const ready = (): Readiness => {
    const state = { database: canRead(database), media: false, face: false };
    return { ready: state.database && state.media, ...state };
  };
  systemRoutes(routes, version, ready);
  metrics.gauge('nghi_truong_sockets', 'Open socket connections', sockets.connections);
  metrics.gauge('nghi_truong_writes', 'Writes done', () => database.stats().works);
  metrics.gauge(
    'nghi_truong_commits',
    'Transactions, one fsync each',
    () => database.stats().commits,
  );
  metrics.gauge('nghi_truong_writes_waiting', 'Writes waiting', () => database.stats().waiting);
  await serveClient(http, deps.clientDir);

  const housekeeping = startHousekeeping({
    ...shared,
    tasks: [identity.forgetExpiredSessions],
  });
  let closing: Promise<void> | undefined;
  const shut = async () => {
    housekeeping.stop();
    await Promise.all([sockets.close(), http.close()]);
    await database.close();
  };
  return {
    async listen() {
      await http.listen({ host: config.host, port: config.port });
      await database.write((tx) =>
        audit.record(tx, 'system', { action: 'system.started', subject: version }),
      );
      return { url: config.publicUrl ?? localUrl(http, tls !== null) };
    },
    ready,
    close: () => (closing ??= shut()),
    http,
    database,
    services: { audit, identity },
  };
}

function localUrl(http: FastifyInstance, secure: boolean): string {
  const { address, port } = http.server.address() as AddressInfo;
  const anywhere = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(address);
  const host = anywhere ? 'localhost' : address.includes(':') ? `[${address}]` : address;
  return `${secure ? 'https' : 'http'}://${host}:${port}`;
}
