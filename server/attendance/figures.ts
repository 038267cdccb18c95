import type { Metrics } from '../platform/metrics.ts';
import { embedderId } from './face/types.ts';
import type { Recognition } from './recognition.ts';

export function countFaces({ labelled }: Metrics, { face }: Recognition): void {
  labelled('nghi_truong_face_engine', 'Inference engine in use', 'engine', () => {
    const engine = face()?.engine;
    return engine === undefined ? {} : { [engine]: 1 };
  });
  labelled('nghi_truong_face_embedder', 'What measures faces, with its version', 'embedder', () => {
    const embedder = face()?.embedder;
    return embedder === undefined ? {} : { [embedderId(embedder)]: 1 };
  });
  labelled('nghi_truong_face', 'Recognition threads and frames', 'figure', () => ({
    ...face()?.stats(),
  }));
}
