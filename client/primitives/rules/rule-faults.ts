import type { RuleSetDraft } from '../../../models/contracts/rules.ts';
import { ruleSetFaults } from '../../../models/voting/drafts.ts';

/** Why rules cannot be meant; keys of texts. */
export type RuleFault = 'moreThanAll' | 'tieNeedsHalf' | 'tieInSecret' | 'wordsRule';

/** What the server refuses too: why, by the path of the field within the rules. */
export function ruleFaults(rules: RuleSetDraft): Readonly<Record<string, RuleFault>> {
  const faults: Record<string, RuleFault> = {};
  for (const path of ruleSetFaults(rules)) faults[path] = reasonOf(path, rules);
  for (const [choice, word] of Object.entries(rules.choices.words ?? {}))
    if (word.trim() === '') faults[`choices.words.${choice}`] = 'wordsRule';
  return faults;
}

function reasonOf(path: string, { secrecy }: RuleSetDraft): RuleFault {
  if (path !== 'tie') return 'moreThanAll';
  return secrecy === 'secret' ? 'tieInSecret' : 'tieNeedsHalf';
}
