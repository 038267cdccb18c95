import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { newId } from '../../models/ids.ts';
import type { RunningServer } from './server.ts';

type Row = Record<string, unknown>;

/** Puts more members into the meeting of today, as a large council has them; the server starts again meanwhile. */
export async function fillMeeting(
  server: RunningServer,
  meetingId: string,
  count: number,
): Promise<void> {
  await server.kill();
  const database = new Sqlite(join(server.dataDir, 'nghi-truong.sqlite'));
  const person = rowOf(database, `SELECT * FROM people WHERE system_role = 'member' LIMIT 1`);
  const place = rowOf(
    database,
    `SELECT * FROM participants WHERE meeting_id = ? AND role = 'member' LIMIT 1`,
    meetingId,
  );
  database.transaction(() => {
    for (let number = 1; number <= count; number += 1) {
      const id = newId();
      const fullName = `Đại biểu số ${number}`;
      insert(database, 'people', {
        ...person,
        id,
        username: `daibieu${number}`,
        full_name: fullName,
      });
      const pin = String(900_000 + number);
      insert(database, 'participants', {
        ...place,
        person_id: id,
        seat: '',
        position: 1000 + number,
        pin,
      });
    }
  })();
  database.close();
  await server.restart();
}

function rowOf(database: Database, query: string, ...values: string[]): Row {
  const row = database.prepare<string[], Row>(query).get(...values);
  if (row === undefined) throw new Error(`nothing found by ${query}`);
  return row;
}

function insert(database: Database, table: string, row: Row): void {
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  const query = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`;
  database.prepare(query).run(...Object.values(row));
}
