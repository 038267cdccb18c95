import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../models/ids.ts';
import { Checkbox } from '../../../primitives/Checkbox.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import { RulesFields } from '../../../primitives/rules/RulesFields.tsx';
import { useRoll } from '../../../realtime/roll.ts';
import styles from './Editor.module.css';
import { withoutVersion } from './HoldingFields.tsx';
import type { PollPartProps } from './PollFields.tsx';

/** Rules for this poll alone, with the reason; a straw poll has none. */
export function OwnRulesFields({
  meetingId,
  form,
  setting,
  onChange,
}: PollPartProps & { meetingId: Id }) {
  const { t } = useTranslation('polls');
  const members = useRoll(meetingId).data?.quorum.members ?? 0;
  const { ownRules, binding, kind } = form;
  const { rules } = setting;
  if (!binding || (ownRules === null && rules === undefined)) return null;
  return (
    <>
      <Checkbox
        label={t('editor.ownRules')}
        description={t('editor.ownRulesText')}
        value={ownRules !== null}
        onChange={(has) =>
          onChange({
            ownRules: has && rules ? { ruleSet: withoutVersion(rules), reason: '' } : null,
          })
        }
      />
      {ownRules && (
        <div className={styles.own}>
          <h3 className="nt-hidden">{t('editor.ownRules')}</h3>
          <TextField
            label={t('editor.reason')}
            name="ownRules.reason"
            rows={2}
            maxLength={2000}
            value={ownRules.reason}
            onChange={(reason) => onChange({ ownRules: { ...ownRules, reason } })}
          />
          <RulesFields
            rules={ownRules.ruleSet}
            name="ownRules.ruleSet"
            kind={kind}
            members={members}
            onChange={(ruleSet) => onChange({ ownRules: { ...ownRules, ruleSet } })}
          />
        </div>
      )}
    </>
  );
}
