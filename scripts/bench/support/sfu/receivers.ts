import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReceivingAnswer, ReceivingOrder } from './receiving-child.ts';

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
    this.#droppedBefore = this.#dropsSoFar();
  }

  /** Packets that came since {@link expect}, all ports together: counted, and lost because this end was too slow. */
  async arrived(): Promise<{ received: number; dropped: number }> {
    const counts = await ask(this.#child, { report: true });
    const received = counts.reduce((sum, count) => sum + count, 0);
    return { received, dropped: this.#dropsSoFar() - this.#droppedBefore };
  }

  /** What the kernel threw away because a receiver's buffer was full. */
  #dropsSoFar(): number {
    const ports = new Set(this.ports);
    const lines = readFileSync('/proc/net/udp', 'utf8').trim().split('\n').slice(1);
    return lines.reduce((sum, line) => {
      const fields = line.trim().split(/\s+/);
      const port = Number.parseInt(fields[1]?.split(':')[1] ?? '', 16);
      return ports.has(port) ? sum + Number(fields.at(-1)) : sum;
    }, 0);
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
