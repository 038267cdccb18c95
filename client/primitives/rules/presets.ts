import { type RuleSetDraft, peoplesCommitteeRules } from '../../../models/contracts/rules.ts';
import { canonicalJson } from '../../../models/voting/canonical-json.ts';

const half = { numerator: 1, denominator: 2 };
const twoThirds = { numerator: 2, denominator: 3 };

/** Where the rules of a body, or of one poll, may start from; each regulation goes its own way from there. */
export const presets = {
  committee: peoplesCommitteeRules,
  council: { ...peoplesCommitteeRules, tie: 'not_carried' },
  councilRemoval: {
    ...peoplesCommitteeRules,
    secrecy: 'secret',
    threshold: { kind: 'at_least', fraction: twoThirds },
    tie: 'not_carried',
  },
  present: {
    ...peoplesCommitteeRules,
    quorum: half,
    denominator: 'present',
    tie: 'not_carried',
  },
  relative: {
    ...peoplesCommitteeRules,
    quorum: half,
    denominator: 'valid',
    threshold: { kind: 'relative' },
    tie: 'second_ballot',
  },
  unanimity: {
    ...peoplesCommitteeRules,
    denominator: 'present',
    threshold: { kind: 'at_least', fraction: { numerator: 1, denominator: 1 } },
    tie: 'not_carried',
  },
} as const satisfies Record<string, RuleSetDraft>;

type PresetId = keyof typeof presets;
export const presetIds: readonly PresetId[] = [
  'committee',
  'council',
  'councilRemoval',
  'present',
  'relative',
  'unanimity',
];

/** Which pattern rules follow in every point; null for rules of their own. */
export function presetOf(rules: RuleSetDraft): PresetId | null {
  const written = canonicalJson(rules);
  return presetIds.find((id) => canonicalJson(presets[id]) === written) ?? null;
}
