import { useTranslation } from 'react-i18next';
import { pollKinds } from '../../../../models/contracts/ballots.ts';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import type { Id } from '../../../../models/ids.ts';
import { FieldRow } from '../../../primitives/Form.tsx';
import { NumberField } from '../../../primitives/NumberField.tsx';
import { RadioCards } from '../../../primitives/RadioCards.tsx';
import { Select } from '../../../primitives/Select.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import { useMeeting } from '../../../realtime/meeting.ts';
import { kindIcons } from '../poll-kinds.ts';
import styles from './Editor.module.css';
import { HoldingFields } from './HoldingFields.tsx';
import { OptionsField } from './OptionsField.tsx';
import { OwnRulesFields } from './OwnRulesFields.tsx';
import { type PollForm, type PollSetting, itemOf, limits, noItem } from './poll-form.ts';

export interface PollPartProps {
  form: PollForm;
  setting: PollSetting;
  onChange: (part: Partial<PollForm>) => void;
}

interface PollFieldsProps extends PollPartProps {
  meetingId: Id;
  /** Null for a new poll. */
  pollId: Id | null;
  polls: readonly MyPoll[];
}

/** Kind, question, options, how it is held, and its rules. */
export function PollFields(props: PollFieldsProps) {
  const { form, onChange } = props;
  const { t } = useTranslation('polls');
  const { kind } = form;
  return (
    <>
      <RadioCards
        label={t('editor.kind')}
        options={pollKinds.map((id) => ({
          id,
          label: t(`kinds.${id}`),
          description: t(`kindText.${id}`),
          icon: kindIcons[id],
        }))}
        value={kind}
        onChange={(next) => onChange({ kind: next })}
      />
      <p className={styles.kindText}>{t(`kindText.${kind}`)}</p>
      <TextField
        name="question"
        label={t('editor.question')}
        description={t(`editor.questionHelp.${kind}`)}
        value={form.question}
        onChange={(question) => onChange({ question })}
        rows={3}
        maxLength={2000}
      />
      <ItemField {...props} />
      {kind !== 'motion' && (
        <OptionsField
          kind={kind}
          rows={form.options}
          onChange={(options) => onChange({ options })}
        />
      )}
      <LimitFields {...props} />
      <HoldingFields {...props} />
      <LinkField {...props} />
      <OwnRulesFields {...props} />
    </>
  );
}

function ItemField({ meetingId, form, setting, onChange }: PollFieldsProps) {
  const { t } = useTranslation(['polls', 'voting']);
  const agenda = useMeeting(meetingId).data?.agenda ?? [];
  const items = agenda.map(({ id, title }, at) => ({ id, label: `${at + 1}. ${title}` }));
  return (
    <Select
      name="agendaItemId"
      label={t('editor.agendaItem')}
      options={[...items, { id: noItem, label: t('noAgendaItem', { ns: 'voting' }) }]}
      value={itemOf(form, setting) ?? noItem}
      onChange={(agendaItemId) => onChange({ agendaItemId })}
    />
  );
}

/** How many may be marked, and how many are elected. */
function LimitFields({ form, onChange }: PollFieldsProps) {
  const { t } = useTranslation('polls');
  const { min, max, seats } = limits(form);
  if (form.kind !== 'choose' && form.kind !== 'election') return null;
  return (
    <FieldRow>
      {form.kind === 'election' && (
        <NumberField
          label={t('editor.seats')}
          name="seats"
          min={1}
          max={100}
          value={seats}
          onChange={(next) => onChange({ seats: next })}
        />
      )}
      <NumberField
        label={t('editor.max')}
        name="max"
        min={1}
        max={100}
        value={max}
        onChange={(next) => onChange({ max: next })}
      />
      <NumberField
        label={t('editor.min')}
        description={t('editor.minHelp')}
        name="min"
        min={0}
        max={100}
        value={min}
        onChange={(next) => onChange({ min: next })}
      />
    </FieldRow>
  );
}

/** The earlier poll that this one amends or repeats. */
function LinkField({ polls, pollId, form, onChange }: PollFieldsProps) {
  const { t } = useTranslation('polls');
  const others = polls.filter(({ id }) => id !== pollId);
  if (others.length === 0) return null;
  const { link } = form;
  return (
    <Select
      label={t('editor.link')}
      description={t('editor.linkHelp')}
      optional
      options={[
        { id: noItem, label: t('editor.noLink') },
        ...others.map(({ id, number, question }) => ({
          id,
          label: t('editor.linkOption', { number, question }),
        })),
      ]}
      value={link?.pollId ?? noItem}
      onChange={(id) =>
        onChange({
          link:
            id === noItem ? null : { kind: link?.pollId === id ? link.kind : 'amends', pollId: id },
        })
      }
    />
  );
}
