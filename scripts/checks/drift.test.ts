import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inPackage, root } from '../setup/paths.mjs';
import { migrationsDrift } from './drift.mjs';

let folder = '';
const config = () => join(folder, 'drizzle.config.ts');
const migrations = () => join(folder, 'migrations');

function writeTable(column: string): void {
  writeFileSync(
    join(folder, 'tables.ts'),
    `import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
export const rooms = sqliteTable('rooms', { ${column} });\n`,
  );
}

beforeAll(() => {
  // Inside the checkout, where drizzle-orm can be found.
  mkdirSync(join(root, '.cache'), { recursive: true });
  folder = mkdtempSync(join(root, '.cache', 'drift-test-'));
  const inRoot = relative(root, folder);
  writeFileSync(
    config(),
    `export default { dialect: 'sqlite', schema: './${inRoot}/tables.ts', out: './${inRoot}/migrations' };\n`,
  );
  writeTable("name: text('name')");
  execFileSync(
    process.execPath,
    [inPackage('drizzle-kit', 'bin.cjs'), 'generate', `--config=./${relative(root, config())}`],
    { cwd: root },
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['as migrated', "name: text('name')", true],
  ['with one more column', "name: text('name'), place: text('place')", false],
  ['with a column that may have been renamed', "title: text('title')", false],
])('[CI] tables %s', (_case, columns, current) => {
  writeTable(columns);
  expect(migrationsDrift(config(), migrations()) === undefined).toBe(current);
});
