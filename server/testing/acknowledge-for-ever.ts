// Run as a process of its own: writes one row after the other and prints its number once the write resolved.
import { openDatabase } from '../platform/database.ts';

const [dataDir = '', migrationsDir = ''] = process.argv.slice(2);
const database = openDatabase({ dataDir, migrationsDir });
for (let number = 0; ; number += 1) {
  const once = { callerId: 'nobody', requestId: `r${number}`, fingerprint: '', at: '' };
  await database.write(async () => number, once);
  process.stdout.write(`${number}\n`);
}
