import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';

const flag = z.enum(['auto', 'off']);
const port = z.coerce.number().int().min(0).max(65_535);
/** RFC 7065. */
const turnUrl = /^turns?:[^\s?/]+(\?transport=(udp|tcp))?$/;
const optionalText = z.string().trim().min(1).optional();

/** Every variable that the server reads; the README's table lists the same names and defaults. */
const Environment = z.object({
  NGHI_TRUONG_DATA: z.string().min(1).default('data'),
  NGHI_TRUONG_HOST: optionalText,
  NGHI_TRUONG_PORT: port.default(3000),
  NGHI_TRUONG_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  NGHI_TRUONG_TLS: z.enum(['off', 'self-signed', 'files']).default('off'),
  NGHI_TRUONG_TLS_CERT: optionalText,
  NGHI_TRUONG_TLS_KEY: optionalText,
  NGHI_TRUONG_TRUST_PROXY: z.string().trim().default(''),
  NGHI_TRUONG_MEDIA_PORT: port.default(40_000),
  NGHI_TRUONG_MEDIA_LISTEN: optionalText,
  NGHI_TRUONG_MEDIA_ANNOUNCED: optionalText,
  NGHI_TRUONG_MEDIA_WORKERS: z.coerce.number().int().min(1).max(256).optional(),
  NGHI_TRUONG_TURN_URLS: z
    .string()
    .transform((text) => text.split(',').map((url) => url.trim()))
    .pipe(z.array(z.string().max(512).regex(turnUrl)).min(1).max(8))
    .optional(),
  NGHI_TRUONG_TURN_SECRET: optionalText,
  NGHI_TRUONG_TURN_SECRET_FILE: optionalText,
  NGHI_TRUONG_TURN_HOURS: z.coerce.number().min(1).max(720).default(12),
  NGHI_TRUONG_FACE_THREADS: z.coerce.number().int().min(0).max(64).optional(),
  NGHI_TRUONG_FACE_DAYS: z.coerce.number().int().min(1).max(36_500).default(1825),
  NGHI_TRUONG_MODELS: optionalText,
  NGHI_TRUONG_FFMPEG: z.string().trim().min(1).default('ffmpeg'),
  NGHI_TRUONG_RECORDING_DAYS: z.coerce.number().int().min(0).max(36_500).default(180),
  NGHI_TRUONG_RECORDING_IDLE_MINUTES: z.coerce.number().min(0).max(100_000).default(180),
  NGHI_TRUONG_RECORDING_RESERVE_MB: z.coerce.number().min(0).default(1000),
  NGHI_TRUONG_KEY_FILE: optionalText,
  NGHI_TRUONG_DEMO: flag.default('off'),
  NGHI_TRUONG_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info'),
  NGHI_TRUONG_SESSION_HOURS: z.coerce.number().min(0.1).max(720).default(12),
  NGHI_TRUONG_METRICS_TOKEN: z.string().min(16).optional(),
});

export interface TlsFiles {
  cert: string;
  key: string;
}

/** What the server runs with, worked out once. */
export interface Config {
  dataDir: string;
  host: string;
  port: number;
  publicUrl: string | undefined;
  tls: 'off' | 'self-signed' | TlsFiles;
  /** As fastify's `trustProxy`: false, a number of hops, or addresses. */
  trustProxy: boolean | number | string[];
  media: {
    /** The first worker's UDP and TCP port; 0 for ports that the system picks. */
    firstPort: number;
    listen: string;
    announced: string | undefined;
    workers: number;
  };
  /** The relay for those whom no direct way leads to the media port; null without one. */
  turn: { urls: string[]; secret: string; hours: number } | null;
  face: {
    /** 0 switches the recognition service off. */
    threads: number;
    modelsDir: string | undefined;
    /** How many days consent, and with it the templates, last. */
    retentionDays: number;
  };
  recording: {
    /** The program that puts recordings together. */
    ffmpeg: string;
    /** How many days they are kept; 0 for ever. */
    days: number;
    /** After so long without anyone in the room a recording ends by itself; 0 never. */
    idleMinutes: number;
    /** Space that recordings leave to everything else on the disk. */
    reserveBytes: number;
  };
  /** The file of the master key; it must not lie beside the database's backups. */
  keyFile: string;
  demo: boolean;
  logLevel: string;
  sessionHours: number;
  metricsToken: string | undefined;
}

/** A setting that cannot be used; the message is for the administrator, in both languages. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the configuration from environment variables.
 * @throws ConfigError that names the variable at fault
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) throw new ConfigError(explain(parsed.error, given));
  const values = parsed.data;
  const tls = readTls(values);
  const everywhere = tls === 'off' ? '127.0.0.1' : '0.0.0.0';
  const dataDir = resolve(values.NGHI_TRUONG_DATA);
  return {
    dataDir,
    host: values.NGHI_TRUONG_HOST ?? everywhere,
    port: values.NGHI_TRUONG_PORT,
    publicUrl: values.NGHI_TRUONG_PUBLIC_URL,
    tls,
    trustProxy: readTrustProxy(values.NGHI_TRUONG_TRUST_PROXY),
    media: {
      firstPort: values.NGHI_TRUONG_MEDIA_PORT,
      listen: values.NGHI_TRUONG_MEDIA_LISTEN ?? values.NGHI_TRUONG_HOST ?? everywhere,
      announced: values.NGHI_TRUONG_MEDIA_ANNOUNCED,
      workers: values.NGHI_TRUONG_MEDIA_WORKERS ?? availableParallelism(),
    },
    turn: readTurn(values),
    face: {
      threads: values.NGHI_TRUONG_FACE_THREADS ?? availableParallelism(),
      modelsDir: values.NGHI_TRUONG_MODELS,
      retentionDays: values.NGHI_TRUONG_FACE_DAYS,
    },
    recording: {
      ffmpeg: values.NGHI_TRUONG_FFMPEG,
      days: values.NGHI_TRUONG_RECORDING_DAYS,
      idleMinutes: values.NGHI_TRUONG_RECORDING_IDLE_MINUTES,
      reserveBytes: values.NGHI_TRUONG_RECORDING_RESERVE_MB * 1_000_000,
    },
    keyFile: resolve(values.NGHI_TRUONG_KEY_FILE ?? `${dataDir}/keys/master.key`),
    demo: values.NGHI_TRUONG_DEMO === 'auto',
    logLevel: values.NGHI_TRUONG_LOG_LEVEL,
    sessionHours: values.NGHI_TRUONG_SESSION_HOURS,
    metricsToken: values.NGHI_TRUONG_METRICS_TOKEN,
  };
}

function readTls(values: z.infer<typeof Environment>): Config['tls'] {
  if (values.NGHI_TRUONG_TLS !== 'files') return values.NGHI_TRUONG_TLS;
  const { NGHI_TRUONG_TLS_CERT: cert, NGHI_TRUONG_TLS_KEY: key } = values;
  if (cert === undefined || key === undefined)
    throw new ConfigError(
      'NGHI_TRUONG_TLS=files cần NGHI_TRUONG_TLS_CERT và NGHI_TRUONG_TLS_KEY. / needs both paths.',
    );
  return { cert, key };
}

function readTurn(values: z.infer<typeof Environment>): Config['turn'] {
  const { NGHI_TRUONG_TURN_URLS: urls, NGHI_TRUONG_TURN_SECRET_FILE: file } = values;
  if (urls === undefined) return null;
  const secret = values.NGHI_TRUONG_TURN_SECRET ?? (file && readSecret(file));
  if (!secret)
    throw new ConfigError(
      'NGHI_TRUONG_TURN_URLS cần NGHI_TRUONG_TURN_SECRET hoặc NGHI_TRUONG_TURN_SECRET_FILE. / needs the secret of the relay.',
    );
  return { urls, secret, hours: values.NGHI_TRUONG_TURN_HOURS };
}

function readSecret(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new ConfigError(
      `Không đọc được tệp NGHI_TRUONG_TURN_SECRET_FILE: "${file}". / The file cannot be read.`,
    );
  }
}

function readTrustProxy(text: string): Config['trustProxy'] {
  if (text === '' || text === 'false') return false;
  if (/^\d+$/.test(text)) return Number(text);
  return text.split(',').map((address) => address.trim());
}

function explain(error: z.ZodError, given: Record<string, string | undefined>): string {
  return error.issues
    .map(({ path, message }) => {
      const name = String(path[0]);
      return `Biến ${name} có giá trị không dùng được: "${given[name] ?? ''}". / ${name} is not valid: ${message}`;
    })
    .join('\n');
}
