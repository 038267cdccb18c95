import { describe, expect, it } from 'vitest';
import { openElection } from '../../../../models/belenios/ballot.ts';
import { createCredential } from '../../../../models/belenios/credentials.ts';
import { createUuid, makeElection } from '../../../../models/belenios/election.ts';
import { createGroup } from '../../../../models/belenios/group.ts';
import { jsonHash } from '../../../../models/belenios/hash.ts';
import { linesOf, readTrialFile, trialFile } from '../../../../models/belenios/trial-file.ts';
import { openTrial, registrationOf, seal } from '../../../../models/belenios/voter.ts';
import type { BallotPaper, Marks } from '../../../../models/contracts/ballots.ts';
import { peoplesCommitteeRules } from '../../../../models/contracts/rules.ts';
import { choicesOf, questionsOf } from '../../../../models/voting/encrypted-paper.ts';
import { setupProblem } from './setup-check.ts';
import { isTrue } from './trial.ts';

const group = createGroup('BELENIOS-2048', { uses: 200 });
const ruleSet = { ...peoplesCommitteeRules, version: 1 };
const paper: BallotPaper = {
  kind: 'choose',
  options: [
    { key: 1, label: 'Phương án A', note: '' },
    { key: 2, label: 'Phương án B', note: '' },
  ],
  min: 0,
  max: 2,
};
const question = 'Chọn phương án';
const uuid = createUuid();
const plan = { name: question, description: '', questions: questionsOf(paper, question, ruleSet) };
const election = makeElection(plan, uuid, group.name, group.powerOfG(12345n));
const credential = createCredential();
const context = openElection(election, { uses: 200 });

const trialOf = (marks: Marks, wanted: Marks) => {
  const sealed = seal(context, credential, choicesOf(paper, ruleSet, marks));
  const opened = openTrial(election, sealed, sealed.commitment);
  return { sealed, election, wanted: choicesOf(paper, ruleSet, wanted), opened };
};
const chosen = (...keys: number[]): Marks => ({ kind: 'choose', chosen: keys });
const some = [chosen(), chosen(1), chosen(2), chosen(1, 2)];

describe('the trial of a browser', () => {
  it('[E140] agrees exactly when what was encrypted is what was wanted', () => {
    for (const made of some)
      for (const wanted of some) expect(isTrue(trialOf(made, wanted))).toBe(made === wanted);
  });

  it('[E140] says what is on the ballot in the words that were published', () => {
    const { opened } = trialOf(chosen(2), chosen(2));
    const choices = opened !== null && 'choices' in opened ? opened.choices : [];
    expect(linesOf(election, choices)).toEqual([{ question, answers: ['Phương án B'] }]);
    expect(linesOf(election, [[1, 0, 0]])).toEqual([{ question, answers: [] }]);
  });

  it('[E140] its file holds all that another program needs, and nothing that can be cast', () => {
    const trial = trialOf(chosen(1), chosen(1));
    const { election: published, sealed } = readTrialFile(trialFile(trial));
    expect(openTrial(published, sealed, sealed.commitment)).toEqual(trial.opened);
    expect(trialFile(trial)).not.toContain('signature');
    expect(trialFile(trial)).not.toContain(credential);
  });
});

describe('before anything is encrypted', () => {
  const publicPart = registrationOf(group, uuid, credential);
  const setup = { election, trustees: '[]', fingerprint: jsonHash(election) };
  const poll = { paper, question, ruleSet };
  const voter = { uuid, publicPart };

  it('[E140] the election must ask what the ballot shows', () => {
    expect(setupProblem(poll, setup, voter)).toBeNull();
    const turned = { ...paper, options: paper.options.toReversed() };
    expect(setupProblem({ ...poll, paper: turned }, setup, voter)).toBe('words');
    expect(setupProblem({ ...poll, question: 'Khác' }, setup, voter)).toBe('words');
    expect(setupProblem(poll, setup, { ...voter, uuid: createUuid() })).toBe('words');
    const junk = { ...setup, election: '{}', fingerprint: jsonHash('{}') };
    expect(setupProblem(poll, junk, voter)).toBe('words');
  });

  it('[E140] its hash must be the published one, and the voter must have a credential', () => {
    expect(setupProblem(poll, { ...setup, fingerprint: 'x' }, voter)).toBe('fingerprint');
    expect(setupProblem(poll, setup, { uuid, publicPart: null })).toBe('credential');
  });
});
