import { useRef, useState } from 'react';
import { useSubmit } from '../../../primitives/Form.tsx';
import type { Problems } from '../../../primitives/problems.ts';
import type { ErrorCode } from '../../../../models/errors.ts';
import { isRefusal } from '../../../realtime/refusal.ts';

interface EditorOptions<R, D extends object> {
  /** What was opened; null for a new one. A later refetch does not touch what is being entered. */
  record: R | null;
  /** How a new one begins, or the record as the person edits it. */
  draftOf: (record: R | null) => D;
  /** @param base the record whose revision the edit names */
  save: (draft: D, base: R | null) => Promise<unknown>;
  /** Finds mistakes before sending. */
  check: (draft: D) => Problems | undefined;
  byCode?: Partial<Record<ErrorCode, string>>;
  /** Reads the record as someone else has just left it. */
  latest: (record: R) => Promise<R | undefined>;
  /** Closes the sheet after saving. */
  onSaved: (draft: D) => void;
}

/** The state of a sheet that edits one record: nothing entered is lost by a refetch, a refusal or a conflict. */
export interface RecordEditor<R, D extends object> {
  record: R | null;
  draft: D;
  change: (part: Partial<D>) => void;
  isDirty: boolean;
  submit: () => Promise<void>;
  isPending: boolean;
  problems: Problems;
  /** Someone else's version, when saving met it. */
  conflict: R | null;
  /** Saves what was entered over the other version. */
  keepMine: () => Promise<void>;
  /** Gives up what was entered for the other version. */
  takeTheirs: () => void;
}

export function useRecordEditor<R, D extends object>(
  options: EditorOptions<R, D>,
): RecordEditor<R, D> {
  const { draftOf, save, check, byCode, latest, onSaved } = options;
  // Not state: "keep mine" saves at once against the other version.
  const base = useRef(options.record);
  const [record, setRecord] = useState(options.record);
  const [start, setStart] = useState(() => draftOf(options.record));
  const [draft, setDraft] = useState(start);
  const [conflict, setConflict] = useState<R | null>(null);

  const send = async () => {
    try {
      await save(draft, base.current);
    } catch (error) {
      const theirs =
        isRefusal(error, 'conflict') && base.current ? await latest(base.current) : undefined;
      if (theirs === undefined) throw error;
      setConflict(theirs);
      return;
    }
    onSaved(draft);
  };
  const submission = useSubmit(send, { check: () => check(draft), ...(byCode && { byCode }) });

  return {
    record,
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    isDirty: JSON.stringify(draft) !== JSON.stringify(start),
    ...submission,
    conflict,
    async keepMine() {
      base.current = conflict;
      setConflict(null);
      await submission.submit();
    },
    takeTheirs() {
      const fresh = draftOf(conflict);
      base.current = conflict;
      setRecord(conflict);
      setStart(fresh);
      setDraft(fresh);
      setConflict(null);
    },
  };
}
