import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ReceivingAnswer, ReceivingOrder } from './receiving-child.ts';
import { udpBuffers } from './udp-buffers.ts';

/** UDP receivers in a process of their own. */
export class Receivers {
  readonly #child: ChildProcess;
  readonly ports: number[];
  #droppedBefore = 0;

  static async open(count: number): Promise<Receivers> {
    const program = fileURLToPath(new URL('./receiving-child.ts', import.meta.url));
    const child = fork(program, { execArgv: ['--import', 'tsx'] });
    return new Receivers(child, await ask(child, { open: count }));
  }

  private constructor(child: ChildProcess, ports: number[]) {
    this.#child = child;
    this.ports = ports;
  }

  /** From now on only packets of these SSRCs count, one for each port. */
  async expect(ssrcs: number[]): Promise<void> {
    await ask(this.#child, { count: ssrcs });
    this.#droppedBefore = udpBuffers(this.ports).dropped;
  }

  /** Packets that came since {@link expect}, all ports together: counted, and lost because this end was too slow. */
  async arrived(): Promise<{ received: number; dropped: number }> {
    // This end may be far behind, with the rest in its buffers.
    while (udpBuffers(this.ports).waiting > 0) await sleep(20);
    const counts = await ask(this.#child, { report: true });
    const received = counts.reduce((sum, count) => sum + count, 0);
    return { received, dropped: udpBuffers(this.ports).dropped - this.#droppedBefore };
  }

  close(): void {
    this.#child.kill();
  }
}

async function ask(child: ChildProcess, order: ReceivingOrder): Promise<ReceivingAnswer> {
  child.send(order);
  const [answer]: ReceivingAnswer[] = await once(child, 'message');
  return answer ?? [];
}
