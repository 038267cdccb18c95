// Loaded into the server of a journey by NODE_OPTIONS=--import: its clock stands as many milliseconds ahead as the file of
// MOVED_CLOCK_FILE says, and moves whenever that is written anew. The program itself knows nothing of it.
import { readFileSync } from 'node:fs';

const file = process.env.MOVED_CLOCK_FILE ?? '';
const realNow = Date.now;
let ahead = 0;
const now = () => realNow() + ahead;

const look = () => {
  try {
    ahead = Number(readFileSync(file, 'utf8'));
  } catch {
    ahead = 0;
  }
};
look();
setInterval(look, 100).unref();

globalThis.Date = new Proxy(Date, {
  construct: (target, given, asked) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, asked),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
