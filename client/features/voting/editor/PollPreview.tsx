import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotPaper, Marks } from '../../../../models/contracts/ballots.ts';
import type { RuleSetDraft } from '../../../../models/contracts/rules.ts';
import type { Quorum } from '../../../../models/contracts/attendance.ts';
import type { Id } from '../../../../models/ids.ts';
import { quorumNeeded, votesNeeded } from '../../../../models/voting/fractions.ts';
import { useRoll } from '../../../realtime/roll.ts';
import { BallotFields } from '../ballot/BallotFields.tsx';
import { fits } from '../ballot/marks.ts';
import { ruleWords } from '../verdict/verdict-words.ts';
import styles from './Editor.module.css';
import { leastOptions } from './poll-check.ts';
import {
  type PollForm,
  type PollSetting,
  filledOptions,
  holdingOf,
  paperOf,
  rulesOf,
  secrecyOf,
} from './poll-form.ts';

interface PollPreviewProps {
  meetingId: Id;
  form: PollForm;
  setting: PollSetting;
}

/** The ballot as members will see it, to be tried, and what it takes with those who are present now. */
export function PollPreview({ meetingId, form, setting }: PollPreviewProps) {
  const { t } = useTranslation(['polls', 'ballot', 'elections']);
  const rules = rulesOf(form, setting);
  const secrecy = secrecyOf(form, setting);
  const paper = paperOf(form);
  const isReady = form.kind === 'motion' || filledOptions(form).length >= leastOptions(form.kind);
  return (
    <aside className={styles.preview} aria-label={t('editor.preview')}>
      <h3>{t('editor.preview')}</h3>
      <p className={styles.help}>{t('editor.previewHelp')}</p>
      <div className={styles.ballot}>
        {!form.binding && <p className={styles.sign}>{t('straw', { ns: 'ballot' })}</p>}
        {secrecy === 'secret' && (
          <p className={styles.sign}>
            {holdingOf(form, setting) === 'verifiable'
              ? t('prepare.sign', { ns: 'elections' })
              : t('secret', { ns: 'ballot' })}
          </p>
        )}
        <p className={styles.question}>{form.question.trim() || t('editor.previewQuestion')}</p>
        {isReady ? (
          <Trial paper={paper} choices={(rules ?? usualChoices).choices} />
        ) : (
          <p className={styles.help}>{t('editor.previewOptions')}</p>
        )}
      </div>
      {rules && <Needed meetingId={meetingId} form={form} paper={paper} rules={rules} />}
    </aside>
  );
}

const usualChoices: Pick<RuleSetDraft, 'choices'> = { choices: { abstain: true, words: null } };

/** Marks that go nowhere. */
function Trial({ paper, choices }: { paper: BallotPaper; choices: RuleSetDraft['choices'] }) {
  const [marks, setMarks] = useState<Marks | null>(null);
  return (
    <BallotFields
      paper={paper}
      ruleSet={{ choices }}
      value={marks !== null && fits(paper, marks) ? marks : null}
      onChange={setMarks}
      isDisabled={false}
    />
  );
}

interface NeededProps {
  meetingId: Id;
  form: PollForm;
  paper: BallotPaper;
  rules: RuleSetDraft;
}

/** What it takes to carry, in words and for the present number of members. */
function Needed({ meetingId, form, paper, rules }: NeededProps) {
  const { t } = useTranslation('polls');
  const verdict = useTranslation('verdict').t;
  const quorum = useRoll(meetingId).data?.quorum;
  const ruleSet = { ...rules, version: 1 };
  return (
    <div>
      <h4>{t('editor.needed')}</h4>
      <p>{ruleWords(verdict, { paper, binding: form.binding, ruleSet })}</p>
      {quorum && form.binding && form.kind !== 'confidence' && (
        <NeededNow quorum={quorum} rules={rules} />
      )}
    </div>
  );
}

function NeededNow({
  quorum: { members, present },
  rules,
}: {
  quorum: Quorum;
  rules: RuleSetDraft;
}) {
  const { t } = useTranslation('polls');
  const { denominator, threshold } = rules;
  const needed = votesNeeded(denominator === 'all' ? members : present, threshold);
  const quorum = quorumNeeded(members, rules.quorum);
  return (
    <>
      {needed !== null && !rules.weighted && (
        <p className="nt-figures">
          {t(`editor.neededNow.${denominator}`, { members, present, needed })}
        </p>
      )}
      <p className="nt-figures">
        {t(`editor.quorumNow.${present >= quorum ? 'reached' : 'missing'}`, { present, quorum })}
      </p>
    </>
  );
}
