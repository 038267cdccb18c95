import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

/** The sealed templates of everyone, as they are in the database of a running server. */
export function sealedTemplates(dataDir: string): Buffer[] {
  const database = new Sqlite(join(dataDir, 'nghi-truong.sqlite'), { readonly: true });
  const rows = database.prepare('SELECT sealed FROM face_templates').all();
  database.close();
  return rows.flatMap((row) =>
    typeof row === 'object' && row !== null && 'sealed' in row && Buffer.isBuffer(row.sealed)
      ? [row.sealed]
      : [],
  );
}

/** How many of these can still be found, whole or in part, in any file of the database. */
export function foundInFiles(dataDir: string, secrets: readonly Buffer[]): number {
  const files = readdirSync(dataDir).filter((name) => name.startsWith('nghi-truong.sqlite'));
  const kept = files.map((name) => readFileSync(join(dataDir, name)));
  const isKept = (part: Buffer) => kept.some((bytes) => bytes.includes(part));
  return secrets.filter((secret) =>
    [0, secret.length >> 1, secret.length - 16].some((at) => isKept(secret.subarray(at, at + 16))),
  ).length;
}
