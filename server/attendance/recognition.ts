import type { Id } from '../../models/ids.ts';
import type { AuditService } from '../audit/service.ts';
import type { Database } from '../platform/database.ts';
import type { Keys } from '../platform/keys.ts';
import type { Logger } from '../platform/logger.ts';
import type { FaceService } from './face/face-service.ts';
import { type OpenedTemplates, type Use, openTemplates } from './gallery.ts';

export interface RecognitionDeps {
  database: Database;
  audit: AuditService;
  keys: Keys;
  logger: Logger;
  /** Gives null where recognition is switched off. */
  startFace(): Promise<FaceService | null>;
}

/** The recognition service and what it compares with; both null until the models are loaded, or for good. */
export interface Recognition {
  face(): FaceService | null;
  templates(): OpenedTemplates | null;
  /** Resolves when the models are loaded or could not be. */
  started: Promise<void>;
  close(): Promise<void>;
}

/** Loads the models while the rest of the server is already at work: nobody needs a face to meet. */
export function startRecognition(deps: RecognitionDeps): Recognition {
  let face: FaceService | null = null;
  let templates: OpenedTemplates | null = null;
  const load = async () => {
    face = await deps.startFace();
    if (face !== null) templates = openTemplates(deps.keys, face.embedder, traceUse(deps));
  };
  const started = load().catch((error: unknown) => {
    deps.logger.warn({ err: error }, 'face recognition could not start; QR codes and PINs remain');
  });
  return {
    face: () => face,
    templates: () => templates,
    started,
    async close() {
      await started;
      await face?.close();
    },
  };
}

/** Every use of templates leaves a trace with each whose they are, though nobody waits for it. */
const traceUse =
  ({ database, audit, logger }: RecognitionDeps) =>
  (people: readonly Id[], { purpose, by, meetingId }: Use): void => {
    database
      .write((tx) =>
        audit.record(tx, by ?? 'system', {
          action: 'face.accessed',
          subject: '',
          about: people,
          ...(meetingId === undefined ? {} : { meetingId }),
          details: { people: people.length, purpose },
        }),
      )
      .catch((error: unknown) => logger.error({ err: error }, 'an access could not be traced'));
  };
