import type { BallotPaper, Marks } from '../../../../models/contracts/ballots.ts';
import type { RuleSetDraft } from '../../../../models/contracts/rules.ts';
import { BallotChoices } from './BallotChoices.tsx';
import { ChooseMany, ChooseOne } from './ChooseFields.tsx';
import { ConfidenceFields } from './ConfidenceFields.tsx';
import { RankedFields } from './RankedFields.tsx';

export interface BallotFieldsProps<Paper extends BallotPaper = BallotPaper> {
  paper: Paper;
  ruleSet: Pick<RuleSetDraft, 'choices'>;
  /** So far; null before anything is marked. */
  value: Marks | null;
  onChange: (marks: Marks) => void;
  isDisabled: boolean;
}

/** What is marked on the paper, whatever its kind; all of it by thumb and by keyboard. */
export function BallotFields(props: BallotFieldsProps) {
  const { paper } = props;
  switch (paper.kind) {
    case 'motion':
      return <BallotChoices {...props} />;
    case 'confidence':
      return <ConfidenceFields {...props} paper={paper} />;
    case 'ranked':
      return <RankedFields {...props} paper={paper} />;
    default:
      return paper.max === 1 ? (
        <ChooseOne {...props} paper={paper} />
      ) : (
        <ChooseMany {...props} paper={paper} />
      );
  }
}

export type PaperOf<Kind extends BallotPaper['kind']> = Extract<BallotPaper, { kind: Kind }>;
