// Are the migrations those of the tables? drizzle-kit works on a copy: when it would write one more, someone forgot to.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { inPackage, root } from '../setup/paths.mjs';

const cache = join(root, '.cache');
mkdirSync(cache, { recursive: true });
const copy = mkdtempSync(join(cache, 'migrations-'));

try {
  const migrations = join(copy, 'migrations');
  if (existsSync(join(root, 'migrations')))
    cpSync(join(root, 'migrations'), migrations, { recursive: true });
  const before = filesOf(migrations);

  const config = join(copy, 'drizzle.config.ts');
  const out = `./${relative(root, migrations).replaceAll('\\', '/')}`;
  writeFileSync(
    config,
    `import base from '../../drizzle.config.ts';\nexport default { ...base, out: '${out}' };\n`,
  );
  const generated = spawnSync(
    process.execPath,
    [inPackage('drizzle-kit', 'bin.cjs'), 'generate', `--config=${relative(root, config)}`],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );

  const added = filesOf(migrations).filter((file) => !before.includes(file));
  if (generated.status !== 0 || added.length > 0) {
    console.log(generated.stdout + generated.stderr);
    console.log(
      `The migrations are behind models/tables (${added.join(', ')}): run npm run migrations.`,
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** @param {string} dir @returns {string[]} */
function filesOf(dir) {
  return existsSync(dir) ? readdirSync(dir, { recursive: true, encoding: 'utf8' }) : [];
}
