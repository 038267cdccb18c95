// Loaded into the server of a journey by NODE_OPTIONS=--import: its clock stands as many milliseconds ahead as the file of
// MOVED_CLOCK_FILE says, and moves whenever that is written anew. The program itself knows nothing of it.
import { readFileSync } from 'node:fs';

const file = process.env.MOVED_CLOCK_FILE ?? '';
const RealDate = Date;
let ahead = 0;

const look = () => {
  try {
    ahead = Number(readFileSync(file, 'utf8'));
  } catch {
    ahead = 0;
  }
};
look();
setInterval(look, 100).unref();

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + ahead);
    else super(...given);
  }

  static now() {
    return RealDate.now() + ahead;
  }
};
