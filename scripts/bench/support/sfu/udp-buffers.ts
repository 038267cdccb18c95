import { readFileSync } from 'node:fs';

/** Bytes that wait to be read at these UDP ports, and packets thrown away so far because there was no room. */
export function udpBuffers(ports: readonly number[]): { waiting: number; dropped: number } {
  const wanted = new Set(ports);
  const sum = { waiting: 0, dropped: 0 };
  // An IPv6 socket may take IPv4 too, as those of Janus do.
  for (const line of ['udp', 'udp6'].flatMap((table) => linesOf(`/proc/net/${table}`))) {
    const fields = line.trim().split(/\s+/);
    const hexadecimal = (field: number) => Number.parseInt(fields[field]?.split(':')[1] ?? '', 16);
    if (!wanted.has(hexadecimal(1))) continue;
    sum.waiting += hexadecimal(4);
    sum.dropped += Number(fields.at(-1));
  }
  return sum;
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').trim().split('\n').slice(1);
}
