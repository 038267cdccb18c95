import { readFile } from 'node:fs/promises';
import { FormatError } from '../../models/belenios/json.ts';
import { linesOf, readTrialFile } from '../../models/belenios/trial-file.ts';
import { type TrialFault, openTrial } from '../../models/belenios/voter.ts';

const USAGE = `npm run election:trial -- FILE.json
  Opens a trial ballot that a voter saved: says for which commitment it is and what it holds. Compare both with what the
  voter saw before the ballot was opened, and with what they chose.
  Exit status: 0 when it opens, 1 when it does not, 2 when called wrongly.`;

const faults: Record<TrialFault | 'file', string> = {
  file: 'không phải tệp phiếu thử · no trial ballot',
  commitment: 'phiếu khác với mã niêm phong · another ballot than was sealed',
  election: 'phiếu của cuộc bỏ phiếu khác · a ballot of another election',
  shape: 'phiếu không khớp câu hỏi · it does not answer the questions',
  opening: 'số ngẫu nhiên không mở được phiếu · its random numbers do not open it',
};

function opened(file: string): string[] | keyof typeof faults {
  try {
    const { election, sealed } = readTrialFile(file);
    const trial = openTrial(election, sealed, sealed.commitment);
    if ('fault' in trial) return trial.fault;
    const lines = linesOf(election, trial.choices).map(
      ({ question, answers }) => `${question}: ${answers.join(', ') || 'phiếu trắng · blank'}`,
    );
    return [`Mã niêm phong · commitment: ${sealed.commitment}`, ...lines];
  } catch (error) {
    if (error instanceof FormatError) return 'file';
    throw error;
  }
}

const [path, ...more] = process.argv.slice(2);
if (path === undefined || more.length > 0) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const text = await readFile(path, 'utf8').catch(() => '');
  const found = opened(text);
  process.exitCode = typeof found === 'string' ? 1 : 0;
  if (typeof found === 'string') console.error(`✗ ${faults[found]}`);
  else console.log(found.join('\n'));
}
