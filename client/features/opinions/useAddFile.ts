import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addSlipFile } from '../../../models/contracts/opinions-acts.ts';
import { type SlipFile, getSlip, largestFile } from '../../../models/contracts/opinions.ts';
import { AppError } from '../../../models/errors.ts';
import type { Id } from '../../../models/ids.ts';
import { callRoute } from '../../realtime/http.ts';
import { refreshRoute } from '../../realtime/refresh.ts';

/** What the server takes by name; it looks at the bytes too. */
export const acceptedFiles = '.pdf,.docx,.xlsx,.jpg,.jpeg,.png,.webp';

interface AddFile {
  /** The file that is on its way, and after that the last one. */
  chosen: File | null;
  isSending: boolean;
  /** Why the last one was not taken. */
  error: unknown;
  /** One after the other; stops at the first that is not taken. */
  add(files: readonly File[]): Promise<SlipFile[]>;
}

export function useAddFile(slipId: Id, kind: 'paper' | 'scan'): AddFile {
  const client = useQueryClient();
  const [state, setState] = useState<Pick<AddFile, 'chosen' | 'isSending' | 'error'>>({
    chosen: null,
    isSending: false,
    error: null,
  });
  return {
    ...state,
    async add(files) {
      const added: SlipFile[] = [];
      try {
        for (const file of files) {
          setState({ chosen: file, isSending: true, error: null });
          if (file.size > largestFile) throw new AppError('too_large');
          const body = new Uint8Array(await file.arrayBuffer());
          const input = { params: { slipId }, query: { name: file.name, kind }, body };
          added.push(await callRoute(addSlipFile, input));
        }
        setState((before) => ({ ...before, isSending: false }));
      } catch (error) {
        setState({ chosen: null, isSending: false, error });
      }
      refreshRoute(client, getSlip, { params: { slipId } });
      return added;
    },
  };
}
