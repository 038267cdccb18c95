// Exchanges the master key of an installation that stands still. Safe to end at any moment and to start again.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rotateKeys } from '../../server/attendance/key-rotation.ts';
import { createAuditService } from '../../server/audit/service.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { readConfig } from '../../server/platform/config.ts';
import { DataFolderInUse, openDatabase } from '../../server/platform/database.ts';
import { root } from '../setup/paths.mjs';

const { values } = parseArgs({
  options: {
    'invitation-days': { type: 'string', default: '90' },
    'void-invitations': { type: 'boolean', default: false },
  },
});
const invitationDays = values['void-invitations'] ? 0 : Number(values['invitation-days']);

function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

if (!Number.isInteger(invitationDays) || invitationDays < 0)
  refuse('--invitation-days: số ngày, từ 0 trở lên · a number of days, 0 or more');
const config = readConfig(process.env);
if (!existsSync(join(config.dataDir, 'nghi-truong.sqlite')))
  refuse(`Không có dữ liệu ở ${config.dataDir} · there is no data in ${config.dataDir}`);

try {
  const { dataDir, keyFile } = config;
  const database = openDatabase({ dataDir, migrationsDir: join(root, 'migrations') });
  const audit = createAuditService({ database, clock: systemClock });
  const deps = { database, audit, clock: systemClock, keyFile };
  const { resealed, unreadable, keyId } = await rotateKeys(deps, { invitationDays });
  await database.close();
  process.stdout.write(
    `Đã đổi khóa · key exchanged: ${keyId}; mẫu niêm phong lại · sealed anew: ${resealed}\n`,
  );
  if (unreadable > 0)
    process.stdout.write(
      `Không còn khóa để mở · no key opens any more: ${unreadable}. Những người này cần đăng ký lại · these people need to enrol again.\n`,
    );
} catch (error) {
  if (!(error instanceof DataFolderInUse)) throw error;
  refuse(
    'Máy chủ đang chạy. Xin dừng máy chủ rồi đổi khóa · the server is running: stop it, then exchange the key.',
  );
}
