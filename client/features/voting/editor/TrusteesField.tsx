import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { listTrusteeCandidates } from '../../../../models/contracts/elections.ts';
import type { Id } from '../../../../models/ids.ts';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import { MultiSelect } from '../../../primitives/MultiSelect.tsx';
import { NumberField } from '../../../primitives/NumberField.tsx';
import { RadioGroup } from '../../../primitives/RadioGroup.tsx';
import { useQueryRoute } from '../../../realtime/queries.ts';
import { useMe } from '../../../realtime/session.tsx';
import styles from './Editor.module.css';
import type { PollPartProps } from './PollFields.tsx';
import { leastTrustees } from './poll-check.ts';
import { usualNeeded, usualTrustees } from './usual-trustees.ts';

/** Who keep the key of a verifiable ballot, and how many of them must open it. */
export function TrusteesField({ meetingId, form, onChange }: PollPartProps & { meetingId: Id }) {
  const { t } = useTranslation('elections');
  const { personId } = useMe();
  const query = useQueryRoute(listTrusteeCandidates, { params: { meetingId } });
  const candidates = query.data?.items;
  const { personIds, needed } = form.trustees;
  const change = (part: Partial<typeof form.trustees>) =>
    onChange({ trustees: { ...form.trustees, ...part } });
  const isFirst = useRef(personIds.length === 0);
  useEffect(() => {
    if (!isFirst.current || candidates === undefined) return;
    isFirst.current = false;
    onChange({ trustees: { personIds: usualTrustees(candidates, personId), needed: null } });
  }, [candidates, personId, onChange]);
  const { length: count } = personIds;
  if (query.isError && candidates === undefined)
    return <ErrorState error={query.error} onRetry={query.refetch} />;
  return (
    <div className={styles.own}>
      <MultiSelect
        name="trustees"
        label={t('prepare.trustees')}
        description={t('prepare.trusteesHelp')}
        options={(candidates ?? []).map((one) => ({
          id: one.personId,
          label: one.fullName,
          description: one.office,
        }))}
        value={personIds}
        onChange={(chosen) =>
          change({
            personIds: chosen,
            needed: needed === null ? null : Math.min(needed, Math.max(chosen.length, 1)),
          })
        }
      />
      <RadioGroup
        label={t('prepare.scheme')}
        options={[
          {
            id: 'all',
            label: t('prepare.all', { count }),
            description: t('prepare.allText'),
          },
          {
            id: 'some',
            label: t('prepare.some'),
            description: t(count > leastTrustees ? 'prepare.someText' : 'prepare.someNeedsThree'),
            isDisabled: count <= leastTrustees && needed === null,
          },
        ]}
        value={needed === null ? 'all' : 'some'}
        onChange={(scheme) => change({ needed: scheme === 'all' ? null : usualNeeded(count) })}
      />
      {needed !== null && (
        <NumberField
          name="trustees.needed"
          label={t('prepare.neededCount')}
          description={t('prepare.neededHelp', { needed, count, others: needed - 1 })}
          min={leastTrustees}
          max={Math.max(count, leastTrustees)}
          value={needed}
          onChange={(next) => change({ needed: next ?? usualNeeded(count) })}
        />
      )}
    </div>
  );
}
