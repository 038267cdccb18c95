import type { ErrorCode } from '../../../models/errors.ts';
import type { EmbedderInfo, EngineName, FrameAnalysis, Purpose, Thresholds } from './types.ts';

/** What a recognition thread is started with. */
export interface WorkerSetup {
  /** Folder with the .onnx files. */
  modelsDir: string;
  engine: EngineName | 'auto';
}

export interface WorkerJob {
  upload: Uint8Array;
  purpose: Purpose;
}

/** What a thread runs with; the same for all threads of a service. */
export interface WorkerState {
  engine: EngineName;
  /** Why better engines were passed over. */
  skipped: string[];
  embedder: EmbedderInfo;
  thresholds: Thresholds;
  /** Whether `fr_liveness` is there. */
  liveness: boolean;
}

export type WorkerReply = { analysis: FrameAnalysis } | { refused: ErrorCode };
