import { appendFile } from 'node:fs/promises';
import {
  type Block,
  type Track,
  longestCluster,
  matroskaCluster,
  matroskaHead,
} from './matroska.ts';

/**
 * A growing file with one track. What was written is on the disk after the next `flush`, so that a crash takes no
 * more than what came after it.
 */
export class TrackFile {
  readonly #path: string;
  readonly #onFailed: (error: unknown) => void;
  #blocks: Block[] = [];
  #pending: Buffer[];
  #last = -1;
  #written: Promise<void> = Promise.resolve();

  /** @param onFailed the disk is full, for example; nothing more is written then */
  constructor(path: string, track: Track, onFailed: (error: unknown) => void) {
    this.#path = path;
    this.#onFailed = onFailed;
    this.#pending = [matroskaHead(track)];
  }

  /** Of the last block in milliseconds; −1 before there is one. */
  get last(): number {
    return this.#last;
  }

  /** Times only grow: what would lie before the last block comes right after it. */
  write(block: Block): void {
    const at = Math.max(Math.round(block.at), this.#last + 1);
    const first = this.#blocks[0];
    if (first !== undefined && at - first.at > longestCluster) this.#endCluster();
    // A copy: packets are views into memory that is used again.
    this.#blocks.push({ at, data: Buffer.from(block.data), key: block.key });
    this.#last = at;
  }

  /** @returns when everything written until now is on the disk, or will never be */
  flush(): Promise<void> {
    this.#endCluster();
    if (this.#pending.length > 0) {
      const bytes = Buffer.concat(this.#pending);
      this.#pending = [];
      this.#written = this.#written.then(() => appendFile(this.#path, bytes, { flush: true }));
      this.#written.catch(this.#onFailed);
    }
    return this.#written.catch(() => undefined);
  }

  #endCluster(): void {
    if (this.#blocks.length > 0) this.#pending.push(matroskaCluster(this.#blocks));
    this.#blocks = [];
  }
}
