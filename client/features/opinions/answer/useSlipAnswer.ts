import { useMemo, useRef, useState } from 'react';
import {
  type MySlip,
  type SlipItem,
  getMySlip,
  listMySlips,
} from '../../../../models/contracts/opinions.ts';
import { answerSlip } from '../../../../models/contracts/opinions-acts.ts';
import type { Id } from '../../../../models/ids.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';
import { type Draft, type DraftItem, answersOf, draftMemory, draftOf } from './answer-draft.ts';

const localStore = () => globalThis.localStorage;

export interface SlipAnswer {
  draft: Draft;
  /** Items that were not answered when it was to be sent. */
  missing: readonly number[];
  /** Writing an answer, or changing the one that was sent. */
  isEditing: boolean;
  isSending: boolean;
  error: unknown;
  change(item: DraftItem): void;
  edit(): void;
  /** Gives up the changes and keeps what was sent. */
  keepSent(): void;
  /** @returns the first item that is not answered; null when it was sent */
  send(): Promise<number | null>;
}

interface State {
  /** Null: nothing is written beside what was sent. */
  draft: Draft | null;
  missing: readonly number[];
  error: unknown;
}

/**
 * One person's answer to a slip. What is written is kept on this machine until it is sent, over any reload. Sending it
 * again after a loss of the network is the same act, and never a second version.
 */
export function useSlipAnswer(slip: MySlip, personId: Id): SlipAnswer {
  const { id: slipId, items, answers } = slip;
  const memory = useMemo(() => draftMemory(personId, slipId, localStore), [personId, slipId]);
  const [state, setState] = useState<State>(() => ({
    draft: memory.recall(items),
    missing: [],
    error: null,
  }));
  const post = useMutationRoute(answerSlip, { invalidates: [getMySlip, listMySlips] });
  const busy = useRef(false);
  const draft = state.draft ?? draftOf(items, answers);
  return {
    draft,
    missing: state.missing,
    isEditing: answers === null || state.draft !== null,
    isSending: post.isPending,
    error: state.error,
    change(item) {
      const next = draft.map((one) => (one.key === item.key ? item : one));
      memory.keep(next);
      setState({
        draft: next,
        missing: state.missing.filter((key) => key !== item.key),
        error: null,
      });
    },
    edit: () => setState({ draft: draftOf(items, answers), missing: [], error: null }),
    keepSent() {
      memory.forget();
      setState({ draft: null, missing: [], error: null });
    },
    async send() {
      const ready = readyOf(items, draft);
      if (ready.answers === null) {
        setState({ draft, missing: ready.missing, error: null });
        return ready.missing[0] ?? null;
      }
      if (busy.current) return null;
      busy.current = true;
      try {
        await post.mutateAsync({ params: { slipId }, body: { answers: ready.answers } });
        memory.forget();
        setState({ draft: null, missing: [], error: null });
      } catch (error) {
        setState({ draft, missing: [], error });
      } finally {
        busy.current = false;
      }
      return null;
    },
  };
}

function readyOf(items: readonly SlipItem[], draft: Draft) {
  const result = answersOf(items, draft);
  return 'answers' in result
    ? { answers: result.answers, missing: [] }
    : { answers: null, missing: result.missing };
}
