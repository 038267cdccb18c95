// Are the migrations those of the tables? Exits 1 when someone changed a table and forgot npm run migrations.
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { migrationsDrift } from './drift.mjs';

const drift = migrationsDrift(join(root, 'drizzle.config.ts'), join(root, 'migrations'));
if (drift !== undefined) {
  console.log(`${drift}\nThe migrations are behind models/tables: run npm run migrations.`);
  process.exitCode = 1;
}
