import { useTranslation } from 'react-i18next';
import type { RuleSetDraft } from '../../../../models/contracts/rules.ts';
import { secrecies } from '../../../../models/contracts/rules.ts';
import { reveals } from '../../../../models/contracts/voting.ts';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Checkbox } from '../../../primitives/Checkbox.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { RadioGroup } from '../../../primitives/RadioGroup.tsx';
import { errorTitle } from '../../../primitives/problems.ts';
import styles from './Editor.module.css';
import type { PollPartProps } from './PollFields.tsx';
import { TrusteesField } from './TrusteesField.tsx';
import { asksSecretChair, trusteesProblem } from './poll-check.ts';
import { holdingOf, revealOf, rulesOf, secrecyOf } from './poll-form.ts';

/** Open or secret, when the result shows, whether it binds. */
export function HoldingFields(props: PollPartProps & { meetingId: Id }) {
  const { form, setting, onChange } = props;
  const { t } = useTranslation(['polls', 'elections']);
  const secrecy = secrecyOf(form, setting);
  const holding = holdingOf(form, setting);
  const problem = trusteesProblem(form, setting);
  return (
    <>
      <RadioGroup
        label={t('editor.secrecy')}
        name="secrecy"
        options={[
          ...secrecies.map((id) => ({
            id,
            label: t(`editor.secrecies.${id}`),
            description: t(`editor.secrecyText.${id}`),
          })),
          {
            id: 'verifiable' as const,
            label: t('prepare.verifiable', { ns: 'elections' }),
            description: t('prepare.verifiableText', { ns: 'elections' }),
          },
        ]}
        value={holding}
        onChange={(next) =>
          onChange(
            next === 'verifiable'
              ? { secrecy: 'secret', verifiable: true }
              : { secrecy: next, verifiable: false },
          )
        }
        {...(problem !== null && { error: errorTitle(problem) })}
      />
      {holding === 'verifiable' && problem === null && <TrusteesField {...props} />}
      {asksSecretChair(form, setting) && <SecretTie {...props} />}
      <RadioGroup
        label={t('editor.reveal')}
        options={reveals.toSorted(byUse).map((id) => ({
          id,
          label: t(`editor.reveals.${id}`),
          description: t(`editor.revealText.${id}`),
          isDisabled: id === 'live' && secrecy === 'secret',
        }))}
        value={revealOf(form, setting)}
        onChange={(reveal) => onChange({ reveal })}
      />
      <Checkbox
        label={t('editor.straw')}
        description={t('editor.strawText')}
        value={!form.binding}
        onChange={(isStraw) => onChange({ binding: !isStraw })}
      />
    </>
  );
}

const order = { closing: 0, announcing: 1, live: 2 } as const;
const byUse = (a: (typeof reveals)[number], b: (typeof reveals)[number]) => order[a] - order[b];

/** Before the server refuses: why a tie cannot go by the chair's vote here, and what can be done about it. */
function SecretTie({ form, setting, onChange }: PollPartProps) {
  const { t } = useTranslation('polls');
  const rules = rulesOf(form, setting);
  if (rules === undefined) return null;
  const take = (tie: RuleSetDraft['tie']) => () =>
    onChange({
      ownRules: {
        ruleSet: { ...withoutVersion(rules), tie },
        reason: form.ownRules?.reason.trim() ? form.ownRules.reason : t('editor.tieReason'),
      },
    });
  return (
    <Notice
      tone="attention"
      title={t('editor.tieTitle')}
      action={
        <div className={styles.tools}>
          <Button onPress={take('not_carried')}>{t('editor.tieNotCarried')}</Button>
          <Button onPress={take('second_ballot')}>{t('editor.tieSecond')}</Button>
        </div>
      }
    >
      <p>{t('editor.tieText')}</p>
    </Notice>
  );
}

/** Rules of the body as rules of a poll, which have no versions. */
export function withoutVersion(rules: RuleSetDraft & { version?: number }): RuleSetDraft {
  const { version: _version, ...draft } = rules;
  return draft;
}
