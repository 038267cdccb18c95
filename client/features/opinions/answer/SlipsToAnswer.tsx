import { useTranslation } from 'react-i18next';
import { type MySlipSummary, listMySlips } from '../../../../models/contracts/opinions.ts';
import { Link } from '../../../primitives/Link.tsx';
import { Task, TaskList, Tasks } from '../../../primitives/TaskList.tsx';
import { useQueryRoute } from '../../../realtime/queries.ts';
import { Deadline } from '../Deadline.tsx';
import { useSlipNotices } from '../useSlipNotices.ts';
import { numberOf } from '../slip-number.ts';

export const waitsForAnswer = ({ state, answeredAt }: MySlipSummary): boolean =>
  state === 'sent' && answeredAt === null;

/** On the page of the day: the slips that wait for an answer, the most urgent first; nothing when none does. */
export function SlipsToAnswer() {
  const { t } = useTranslation('slips');
  useSlipNotices();
  const waiting = useQueryRoute(listMySlips).data?.items.filter(waitsForAnswer) ?? [];
  if (waiting.length === 0) return null;
  return (
    <Tasks id="slips-to-answer" title={t('toAnswer')}>
      <SlipLines slips={waiting} />
    </Tasks>
  );
}

/** Slips with one thing to do each. */
export function SlipLines({ slips }: { slips: readonly MySlipSummary[] }) {
  const { t } = useTranslation('slips');
  const inOrder = slips.toSorted((a, b) => a.deadline.localeCompare(b.deadline));
  return (
    <TaskList>
      {inOrder.map((slip) => (
        <Task
          key={slip.id}
          origin={`${t('number', numberOf(slip))} · ${slip.bodyName}`}
          title={<strong>{slip.title}</strong>}
          act={
            <Link to={`/slips/${slip.id}`} kind={waitsForAnswer(slip) ? 'primary' : 'secondary'}>
              {t(waitsForAnswer(slip) ? 'answerNow' : 'look')}
            </Link>
          }
        >
          <Deadline at={slip.deadline} />
        </Task>
      ))}
    </TaskList>
  );
}
